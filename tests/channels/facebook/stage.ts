/** A Page of the look-alike for one test file, with films of several shapes and everything that leaves for the platform. */
import { createHash } from 'node:crypto'
import { ARMED, type Checkpoint, type Item, type ItemMedia, type Live } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import type { FacebookPost } from '@/channels/facebook/options'
import { HttpFailure, type HttpRequest } from '@/platform/http/contract'
import { lookalike } from '@/sandbox/facebook'
import type { Film } from '@/sandbox/facebook/state/films'
import { openBench, type Bench } from '../../contracts/bench'
import type { RecordedCall } from '../../support/channels'
import { anItem } from '../../support/items'
import { runLookalike, type RunningLookalike } from '../../support/platforms'

export type Stage = Bench<FacebookPost> & {
  platform: RunningLookalike
  /** One film of so many bytes, upright unless said otherwise. */
  film(bytes?: number, over?: Partial<ItemMedia>): ItemMedia
  item(presentation: string, media?: ItemMedia[]): Item
  films(): Film[]
  onWall(item: Item): ReturnType<typeof lookalike.wall>
  turn(knobs: Record<string, number>): void
  goLive(item: Item): Promise<Live>
}

export async function openStage(): Promise<Stage> {
  const platform = await runLookalike(lookalike)
  const bench = await openBench(channel, platform)
  return {
    ...bench,
    platform,
    film: (bytes = 300_000, over = {}) => aFilm(bench, { bytes, over }),
    item: (presentation, media = []) =>
      anItem({ kind: 'clips', media, variant: { title: '', text: '', options: { presentation } } }),
    films: () => platform.desk.records.list<Film>('facebook.films'),
    onWall: ({ link }) =>
      lookalike.wall(platform.desk).filter(({ text, state }) => state === 'visible' && text.includes(link)),
    turn: (knobs) => {
      for (const [name, value] of Object.entries(knobs)) platform.knob?.(name, value)
    },
    goLive: async (item) => bench.live(item, await bench.publish(bench.draft(item))),
  }
}

/** Puts every knob back that a test has turned. */
export function calm({ platform: { desk, heal } }: Stage): void {
  heal?.()
  for (const { platform, name, isTurned } of desk.knobs.list([lookalike]))
    if (isTurned) desk.knobs.turn(platform, name, null)
}

function aFilm(bench: Bench<FacebookPost>, { bytes, over }: { bytes: number; over: Partial<ItemMedia> }): ItemMedia {
  const content = new Uint8Array(bytes)
  content.set(new TextEncoder().encode('\0\0\0\x18ftypmp42'))
  for (let place = 16; place < bytes; place += 997) content[place] = place % 251
  const sha256 = createHash('sha256').update(content).digest('hex')
  bench.files.bytes.set(sha256, content)
  const rendition = { name: 'original', mimeType: 'video/mp4', bytes, sha256, width: 1080, height: 1920 }
  return {
    ...bench.files.video,
    renditions: [{ ...rendition, url: 'https://lantoa.example/phim.mp4' }],
    ...over,
  }
}

/** Everything that leaves for the platform, and lines that are cut before or after it has arrived. */
export function listen(recorded: RecordedCall, cut: (request: HttpRequest) => 'before' | 'after' | null = () => null) {
  const requests: HttpRequest[] = []
  const { http } = recorded.call
  recorded.call.http = async (request) => {
    requests.push(request)
    const when = cut(request)
    if (when === 'before') throw lost()
    const answer = await http(request)
    if (when === 'after') throw lost()
    return answer
  }
  return requests
}

function lost(): HttpFailure {
  return new HttpFailure('cut', { mayHaveArrived: true, code: 'ECONNRESET' })
}

/** The offsets at which the file was opened, which are those from which bytes were sent. */
export function offsetsOf({ call }: RecordedCall): number[] {
  const offsets: number[] = []
  const { open } = call
  call.open = (media, from = 0) => {
    offsets.push(from)
    return open(media, from)
  }
  return offsets
}

export function stepsOf(checkpoints: readonly Checkpoint[]): string[] {
  return checkpoints.map(({ step }) => step)
}

export function pathOf({ url }: Pick<HttpRequest, 'url'>): string {
  return new URL(url).pathname
}

/** The attempt after one that was broken off, as the engine makes it: what was armed is looked for before it is sent again. */
export async function goOn(stage: Stage, item: Item, { checkpoints }: RecordedCall) {
  const draft = stage.draft(item)
  const again = stage.record({ earlier: checkpoints })
  const offsets = offsetsOf(again)
  const wasArmed = checkpoints.some(({ step }) => step === ARMED)
  const found = wasArmed ? await stage.settle(draft, again) : 'absent'
  if (found === 'absent') await stage.publish(draft, again)
  return { found, offsets, steps: stepsOf(again.checkpoints) }
}
