/** What the platforms' own walls say after a chaos run, held against our rows. */
import type { Publication } from '@/engine/rows'
import { lookalikes } from '@/sandbox'
import type { WallPost } from '@/sandbox/contract'
import { markersOf } from '@/sandbox/desk/verdict'
import type { Stage } from '..'
import { findBrokenLinks } from '../chain'
import type { Posted } from './town'

/** One publication: our row, the texts under which the public sees it, and the text that its shape has everywhere else. */
type One = { row: Publication; seen: readonly string[]; usual: string | undefined }

const ends = ['published', 'held', 'failed', 'cancelled']

const checks = {
  /** The public sees it more than once. */
  twice: ({ seen }: One) => seen.length > 1,
  /** Our row says that it is there, and it is not. */
  lost: ({ row, seen }: One) => row.state === 'published' && seen.length === 0,
  /** It is there, and our row says that it is not; or it came to no end that a person sees. */
  wrongState: ({ row, seen }: One) =>
    !ends.includes(row.state) || (seen.length > 0 && ['failed', 'cancelled'].includes(row.state)),
  /** Another text than the other posts of its shape. */
  wrongBytes: ({ seen, usual }: One) => seen.some((text) => text !== usual),
  /** Sent before its hour, or later than its policy allows. */
  wrongHour: ({ row }: One) => row.state === 'published' && !isInTime(row),
}

type Fault = keyof typeof checks | 'brokenAudit'

export type Verdict = { states: Record<string, number>; faults: Record<Fault, string[]> }

/** Of so many the audit is read link by link. */
const AUDITED = 200

export async function judgeTown(stage: Stage, town: readonly Posted[]): Promise<Verdict> {
  const seen = await lookAtWalls(stage, town)
  const rows = new Map((await readRows(stage)).map((row) => [row.id, row]))
  const usual = usualTexts(town, seen)
  const states: Record<string, number> = {}
  const faults: Verdict['faults'] = { ...noFaults(), brokenAudit: await findBrokenChains(stage, rows) }
  for (const { id, shape } of town) {
    const row = rows.get(id)
    if (!row) throw new Error(`no row ${id}`)
    states[row.state] = (states[row.state] ?? 0) + 1
    const one = { row, seen: seen.get(id) ?? [], usual: usual.get(shape) }
    for (const name of names.filter((name) => checks[name](one)))
      faults[name].push(`${shape} ${id} ${row.state} ${row.heldBecause}`)
  }
  return { states, faults }
}

const names = Object.keys(checks) as (keyof typeof checks)[]

function noFaults(): Record<keyof typeof checks, string[]> {
  return { twice: [], lost: [], wrongState: [], wrongBytes: [], wrongHour: [] }
}

function isInTime({ armedAt, dueAt, lateAfterMinutes }: Publication): boolean {
  if (!armedAt) return true
  const late = (armedAt.getTime() - dueAt.getTime()) / 60_000
  // What was claimed in time may be sent a little later, after a throttled or unreachable platform.
  return late >= -0.02 && late <= lateAfterMinutes + 30
}

async function findBrokenChains(stage: Stage, rows: Map<string, Publication>): Promise<string[]> {
  const broken: string[] = []
  for (const row of [...rows.values()].slice(0, AUDITED))
    if ((await findBrokenLinks(stage.engine, row)).broken.length > 0) broken.push(row.id)
  return broken
}

type Sight = { posted: Posted; text: string }

/** By publication: the texts of its visible posts, without what differs from one publication to the next. */
async function lookAtWalls(stage: Stage, town: readonly Posted[]): Promise<Map<string, string[]>> {
  const byCode = new Map(town.map((posted) => [posted.code, posted]))
  const walls = lookalikes.flatMap((lookalike) => lookalike.wall(stage.places.sandbox.desk))
  const sights = walls.filter(({ state }) => state === 'visible').flatMap((post) => sightsOf(post, byCode))
  const found = new Map<string, string[]>()
  for (const { posted, text } of [...sights, ...(await lookAtPages(stage, town))]) {
    const plain = text.replaceAll(posted.code, '…').replaceAll(posted.id, '…')
    found.set(posted.id, [...(found.get(posted.id) ?? []), plain])
  }
  return found
}

function sightsOf(post: WallPost, byCode: Map<string, Posted>): Sight[] {
  return markersOf(post)
    .flatMap((marker) => byCode.get(marker) ?? [])
    .map((posted) => ({ posted, text: post.text }))
}

async function lookAtPages(stage: Stage, town: readonly Posted[]): Promise<Sight[]> {
  const sights: Sight[] = []
  for (const posted of town.filter(({ platform }) => platform === 'site')) {
    const page = await stage.site.site.pages.findByPublication(posted.id)
    if (page?.state === 'live') sights.push({ posted, text: 'a page' })
  }
  return sights
}

/** By shape: the text that most of its posts have. */
function usualTexts(town: readonly Posted[], seen: Map<string, string[]>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { id, shape } of town) {
    const own = counts.get(shape) ?? new Map<string, number>()
    for (const text of seen.get(id) ?? []) own.set(text, (own.get(text) ?? 0) + 1)
    counts.set(shape, own)
  }
  const most = (own: Map<string, number>) => [...own].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ''
  return new Map([...counts].map(([shape, own]) => [shape, most(own)]))
}

function readRows({ engine }: Stage): Promise<Publication[]> {
  return engine.rows.find<Publication>('publications', { where: {} })
}
