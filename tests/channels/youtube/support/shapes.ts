/** Media that only a video platform wants: captions, a poster, an upright video. */
import { createHash } from 'node:crypto'
import type { ItemMedia } from '@/channels/contract'
import { playlistOf } from '@/sandbox/youtube/extras/playlists'
import { letters } from '@/sandbox/youtube/state'
import type { SampleFiles } from '../../../support/items'

export function aPoster({ photo }: SampleFiles): ItemMedia {
  return { ...photo, id: 'bia-1', role: 'poster' }
}

export function someCaptions({ bytes, video }: SampleFiles, language: string, words = 'Hãy cúp máy'): ItemMedia {
  const text = `WEBVTT\n\n00:00.000 --> 00:04.000\n${words} (${language})\n`
  const content = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(content).digest('hex')
  bytes.set(sha256, content)
  const file = { name: 'original', mimeType: 'text/vtt', bytes: content.length, sha256, width: null, height: null }
  return {
    ...video,
    id: `phu-de-${language}`,
    role: 'captions',
    duration: null,
    language,
    renditions: [{ ...file, url: `https://lantoa.example/phu-de-${language}.vtt` }],
  }
}

/** The same bytes, said to be upright. */
export function aShort({ video }: SampleFiles): ItemMedia {
  return { ...video, renditions: video.renditions.map((file) => ({ ...file, width: 360, height: 640 })) }
}

/** The first playlist of the channel that goes by this name. */
export function playlistFor(name: string): string {
  return playlistOf(`UC${letters(name, 22)}`)
}
