/** Subtitles of a film: SubRip and WebVTT are read into cues, and written as either, because platforms take one or the other. */
export type Cue = { from: number; to: number; text: string }

export const captionTypes = { vtt: 'text/vtt', srt: 'application/x-subrip' } as const

export type CaptionFormat = keyof typeof captionTypes

/** Which block, counted from 1, is no cue. */
export class CaptionProblem extends Error {
  override readonly name = 'CaptionProblem'
  readonly block: number

  constructor(block: number) {
    super(`block ${block} of the captions is no cue`)
    this.block = block
  }
}

const STAMP = String.raw`(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})`
const timing = new RegExp(String.raw`^\s*${STAMP}\s+-->\s+${STAMP}(?:\s.*)?$`)
const furniture = /^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/

/** The cues in their order. @throws CaptionProblem for a block without its two times, or whose end is not after its start. */
export function readCues(text: string): Cue[] {
  const blocks = text
    .replace(/^\u{feff}/u, '')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.trim())
  return blocks.flatMap((block, index) => (block === '' || furniture.test(block) ? [] : [readCue(block, index + 1)]))
}

export function writeCues(cues: readonly Cue[], format: CaptionFormat): string {
  return format === 'vtt' ? writeVtt(cues) : writeSrt(cues)
}

function readCue(block: string, number: number): Cue {
  const lines = block.split('\n')
  const place = lines.findIndex((line) => timing.test(line))
  const times = timing.exec(lines[place] ?? '')
  // Above the times stands at most the cue's number or name.
  if (!times || place > 1) throw new CaptionProblem(number)
  const cue = { from: seconds(times.slice(1, 5)), to: seconds(times.slice(5, 9)) }
  if (cue.to <= cue.from) throw new CaptionProblem(number)
  return {
    ...cue,
    text: lines
      .slice(place + 1)
      .join('\n')
      .normalize('NFC'),
  }
}

function seconds([hours = '0', minutes = '0', whole = '0', thousandths = '0']: string[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000
}

function writeVtt(cues: readonly Cue[]): string {
  const written = cues.map(({ from, to, text }) => `${stamp(from, '.')} --> ${stamp(to, '.')}\n${text}\n`)
  return ['WEBVTT\n', ...written].join('\n')
}

function writeSrt(cues: readonly Cue[]): string {
  return cues
    .map(({ from, to, text }, index) => `${index + 1}\n${stamp(from, ',')} --> ${stamp(to, ',')}\n${text}\n`)
    .join('\n')
}

function stamp(time: number, point: '.' | ','): string {
  const thousandths = Math.round(time * 1000)
  const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0')
  const clock = [thousandths / 3_600_000, (thousandths / 60_000) % 60, (thousandths / 1000) % 60].map((part) =>
    pad(part),
  )
  return `${clock.join(':')}${point}${pad(thousandths % 1000, 3)}`
}
