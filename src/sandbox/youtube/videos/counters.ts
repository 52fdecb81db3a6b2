import type { Desk } from '../../contract'
import { moodOf, type VideoRecord } from '../state'
import { ageOf } from './processing'

/** Strings of digits, rising with the platform's clock and by what the public does. */
export function countersOf(video: VideoRecord, desk: Desk): Record<string, string> {
  const minutes = Math.max(0, Math.floor(ageOf(video, desk) / 60))
  const views = 11 + minutes * 3 + video.views
  const comments = Math.floor(minutes / 5) + video.comments.length
  const counters = { viewCount: String(views), favoriteCount: '0', commentCount: String(comments) }
  const likes = 2 + Math.floor(minutes / 2) + video.likes
  return moodOf(desk).hideLikes ? counters : { ...counters, likeCount: String(likes) }
}
