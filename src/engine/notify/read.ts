/** What one person has been told, and that they have read it. */
import type { Engine } from '..'
import type { Kind } from './kinds'

export type Notification = { id: string; kind: Kind; sentence: string; link: string; at: Date; readAt: Date | null }

const MOST_SHOWN = 20

export async function readUnread({ rows }: Engine, person: string): Promise<{ count: number; newest: Notification[] }> {
  const where = { person, readAt: null }
  const newest = await rows.find<Notification & Record<string, unknown>>('notifications', {
    where,
    select: ['kind', 'sentence', 'link', 'at', 'readAt'],
    sort: '-at',
    limit: MOST_SHOWN,
  })
  return { count: newest.length < MOST_SHOWN ? newest.length : await rows.count('notifications', where), newest }
}

/** False when the person has no such notification. Reading twice keeps the first hour. */
export async function markRead({ rows, now }: Engine, person: string, id: string): Promise<boolean> {
  if (await rows.update('notifications', { id, person, readAt: null }, { readAt: now() })) return true
  return (await rows.count('notifications', { id, person })) > 0
}

/** Those that came before `until`: what arrives while the person reads stays unread. */
export async function markAllRead(engine: Engine, person: string, until: Date): Promise<number> {
  const unread = await engine.rows.find('notifications', {
    where: { person, readAt: null, at: { atMost: until } },
    select: ['kind'],
  })
  for (const { id } of unread) await markRead(engine, person, id)
  return unread.length
}
