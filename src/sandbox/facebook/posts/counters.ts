/** Numbers that only grow: from the age of the post, and by what visitors did by hand. */
import type { Desk } from '../../contract'
import type { Post } from '../state'

export type Counters = Record<'views' | 'reach' | 'clicks' | 'reactions' | 'comments' | 'shares', number>

type Extra = Partial<Counters>

export function countersOf(post: Post, desk: Desk): Counters {
  const minutes = Math.max(0, (desk.now().getTime() - Date.parse(post.createdAt)) / 60_000)
  const extra = desk.records.get<Extra>('facebook.extra', post.id) ?? {}
  const grown = (name: keyof Counters, perHour: number, start: number) =>
    start + Math.floor((minutes * perHour) / 60) + (extra[name] ?? 0)
  return {
    views: grown('views', 90, 12),
    reach: grown('reach', 60, 9),
    clicks: grown('clicks', 8, 1),
    reactions: grown('reactions', 6, 1),
    comments: grown('comments', 2, 0),
    shares: grown('shares', 3, 0),
  }
}

export function addExtra(desk: Desk, post: string, name: keyof Counters): void {
  const extra = desk.records.get<Extra>('facebook.extra', post) ?? {}
  desk.records.put('facebook.extra', post, { ...extra, [name]: (extra[name] ?? 0) + 1 })
}
