/** What the look-alike remembers, all of it in the desk's records. */
import { createHash } from 'node:crypto'
import type { Desk } from '../contract'

export type ChannelRecord = {
  id: string
  name: string
  clientId: string
  clientSecret: string
  refreshToken: string
  accessToken: string
}

export type Metadata = {
  snippet: { title: string; description: string; tags: string[]; categoryId: string; defaultLanguage: string }
  status: {
    privacyStatus: string
    publishAt: string | null
    selfDeclaredMadeForKids: boolean
    containsSyntheticMedia: boolean
  }
}

export type Session = {
  id: string
  channel: string
  total: number
  mimeType: string
  metadata: Metadata
  video: string | null
}

export type VideoRecord = Metadata & {
  id: string
  channel: string
  publishedAt: string
  file: string
  failureReason: string | null
  rejectionReason: string | null
  isDeleted: boolean
}

/** Switches for tests and training, beyond the desk's faults; each stays until it is set back. */
export type Moods = {
  /** Seconds that processing takes. */
  processingSeconds: number
  failureReason: string | null
  rejectionReason: string | null
  /** The account may only publish privately. */
  forcePrivate: boolean
  hideLikes: boolean
  /** Keeps only the first 256 KiB of so many chunks. */
  partialCommits: number
  uploadsADay: number
  unitsADay: number
  channelUploadsLeft: number
}

const calm: Moods = {
  processingSeconds: 4,
  failureReason: null,
  rejectionReason: null,
  forcePrivate: false,
  hideLikes: false,
  partialCommits: 0,
  uploadsADay: 100,
  unitsADay: 10_000,
  channelUploadsLeft: 1_000,
}

export const MOODS = 'youtube.moods'
export const CHANNELS = 'youtube.channels'
export const VIDEOS = 'youtube.videos'
export const SESSIONS = 'youtube.sessions'

export function moodOf(desk: Desk): Moods {
  return { ...calm, ...desk.records.get<Partial<Moods>>(MOODS, 'now') }
}

export function setMood(desk: Desk, mood: Partial<Moods>): void {
  desk.records.put(MOODS, 'now', { ...desk.records.get<Partial<Moods>>(MOODS, 'now'), ...mood })
}

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
  return { ...channel, accessToken: issueToken(desk, channel) }
}

const TOKEN_SECONDS = 3599
export const SCOPES =
  'https://www.googleapis.com/auth/youtube.force-ssl https://www.googleapis.com/auth/youtube.readonly'

export type Token = { channel: string; until: string; scope: string }

export function issueToken(desk: Desk, channel: ChannelRecord): string {
  const accessToken = `ya29.${letters(`${channel.id} ${desk.next('youtube.tokens')}`, 60)}`
  const until = new Date(desk.now().getTime() + TOKEN_SECONDS * 1000).toISOString()
  desk.records.put('youtube.tokens', accessToken, { channel: channel.id, until, scope: SCOPES } satisfies Token)
  desk.records.put(CHANNELS, channel.id, { ...channel, accessToken })
  return accessToken
}

export function tokenOf(desk: Desk, accessToken: string): Token | null {
  const token = desk.records.get<Token>('youtube.tokens', accessToken)
  return token && new Date(token.until) > desk.now() ? token : null
}

/** Looks random, is the same for the same seed. */
export function letters(seed: string, length: number): string {
  let text = ''
  for (let round = 0; text.length < length; round += 1) {
    text += createHash('sha256').update(`${round} ${seed}`).digest('base64url')
  }
  return text.slice(0, length)
}
