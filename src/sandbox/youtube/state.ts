/** What the look-alike remembers, all of it in the desk's records. */
import { createHash } from 'node:crypto'
import type { Comment, Desk } from '../contract'

export { moodOf, MOODS, setMood, type Moods } from './moods'

export type ChannelRecord = {
  id: string
  name: string
  clientId: string
  clientSecret: string
  refreshToken: string
  accessToken: string
}

export type Metadata = {
  snippet: {
    title: string
    description: string
    tags: string[]
    categoryId: string
    defaultLanguage: string
    defaultAudioLanguage: string
  }
  status: {
    privacyStatus: string
    publishAt: string | null
    selfDeclaredMadeForKids: boolean
    containsSyntheticMedia: boolean
    embeddable: boolean
    license: string
    publicStatsViewable: boolean
  }
}

export type Session = {
  id: string
  channel: string
  total: number
  mimeType: string
  metadata: Metadata
  openedAt: string
  video: string | null
}

export type VideoRecord = Metadata & {
  id: string
  channel: string
  publishedAt: string
  file: string
  failureReason: string | null
  rejectionReason: string | null
  processingFailureReason: string | null
  /** Once the public could see it, no hour can be set any more. */
  wasPublic: boolean
  thumbnail: string | null
  /** By the public's own hand, beside what the clock adds. */
  views: number
  likes: number
  comments: Comment[]
  isEdited: boolean
  isDeleted: boolean
}

export const CHANNELS = 'youtube.channels'
export const VIDEOS = 'youtube.videos'
export const SESSIONS = 'youtube.sessions'

export function openChannel(desk: Desk, name: string): ChannelRecord {
  const known = desk.records.list<ChannelRecord>(CHANNELS).find((channel) => channel.name === name)
  if (known) return known
  const id = `UC${letters(name, 22)}`
  const channel: ChannelRecord = {
    id,
    name,
    clientId: `${letters(`client ${name}`, 24).toLowerCase()}.apps.googleusercontent.com`,
    clientSecret: `GOCSPX-${letters(`secret ${name}`, 28)}`,
    refreshToken: `1//0${letters(`refresh ${name}`, 40)}`,
    accessToken: '',
  }
  desk.records.put(CHANNELS, id, channel)
  return channel
}

/** Looks random, is the same for the same seed. */
export function letters(seed: string, length: number): string {
  let text = ''
  for (let round = 0; text.length < length; round += 1) {
    text += createHash('sha256').update(`${round} ${seed}`).digest('base64url')
  }
  return text.slice(0, length)
}
