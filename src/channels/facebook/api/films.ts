/** What Facebook says about a film: one shape for videos and reels, whichever of the documented spellings it uses. */
import { z } from 'zod'
import { ChannelError, type Call } from '../../contract'
import { ask } from '.'

/** The guide writes small letters, samples and enums capital ones; what is left out is empty. */
const word = z
  .string()
  .nullish()
  .transform((text) => (text ?? '').toLowerCase())

const error = z.object({ code: z.coerce.number().nullish() })
const number = z.coerce.number().nullish()

/** One shape for all phases: each has only some of it, and one that is left out has nothing. */
const phase = z.preprocess(
  (given) => given ?? {},
  z
    .object({
      status: word,
      publish_status: word,
      /** `bytes_transfered` stands in the guide, `bytes_transferred` in the published specification. */
      bytes_transfered: number,
      bytes_transferred: number,
      error: error.nullish(),
      errors: z.array(error).nullish(),
    })
    .transform((given) => ({
      status: given.status,
      published: given.publish_status,
      bytes: given.bytes_transferred ?? given.bytes_transfered ?? null,
      codes: [given.error, ...(given.errors ?? [])].flatMap((one) => one?.code ?? []),
    })),
)

const status = z
  .object({ video_status: word, uploading_phase: phase, processing_phase: phase, publishing_phase: phase })
  .nullish()

export const filmSchema = z.object({
  id: z.string().nullish(),
  status: status.nullish(),
  published: z.boolean().nullish(),
  permalink_url: z.string().nullish(),
  post_id: z.string().nullish(),
  created_time: z.string().nullish(),
})

export type FilmNode = z.infer<typeof filmSchema>

const FIELDS = 'status,published,permalink_url,post_id,created_time'

/** Null when there is no such film, or none that we may see. */
export async function readFilm(call: Call, id: string): Promise<FilmNode | null> {
  try {
    return await ask(call, { method: 'GET', path: id, query: { fields: FIELDS }, schema: filmSchema })
  } catch (error) {
    if (error instanceof ChannelError && error.code === '100/33') return null
    throw error
  }
}

export type FilmState =
  /** So many bytes are there; null when it does not say. */
  | { is: 'uploading'; offset: number | null }
  /** All bytes are there and nothing shows that the film was finished; `isBusy` while it is looked through already. */
  | { is: 'uploaded'; isBusy: boolean }
  /** Finished by us, not yet seen by the public. */
  | { is: 'working' }
  | { is: 'live' }
  | { is: 'failed'; code: number | null }

type Status = NonNullable<FilmNode['status']>

/** The phases come in no promised order: publishing may be done before processing says so, and the other way round. */
export function stateOf({ status, published }: FilmNode): FilmState {
  if (!status) return { is: 'uploading', offset: null }
  if (isLive(status, published !== false)) return { is: 'live' }
  if (isBroken(status)) return { is: 'failed', code: codeOf(status) }
  return isFinished(status) ? { is: 'working' } : beforeFinish(status)
}

function isLive({ video_status: whole, publishing_phase: publishing }: Status, isPublished: boolean): boolean {
  if (publishing.published === 'published') return true
  return whole === 'ready' && publishing.status !== 'not_started' && isPublished
}

function isBroken({ video_status: whole, ...phases }: Status): boolean {
  return ['error', 'upload_failed', 'expired'].includes(whole) || phasesOf(phases).some((one) => one.status === 'error')
}

/** A platform that shows no phase of publishing processes only what was finished. */
function isFinished({ video_status: whole, publishing_phase: publishing }: Status): boolean {
  if (publishing.status !== '') return publishing.status !== 'not_started'
  return ['processing', 'ready'].includes(whole)
}

function beforeFinish({
  video_status: whole,
  uploading_phase: uploading,
  processing_phase: processing,
}: Status): FilmState {
  const isWhole =
    ['complete', 'completed'].includes(uploading.status) || ['upload_complete', 'processing', 'ready'].includes(whole)
  if (isWhole) return { is: 'uploaded', isBusy: processing.status === 'in_progress' }
  return { is: 'uploading', offset: uploading.bytes }
}

/** A phase that has not begun may already carry an error: only a state of failure asks for the code. */
function codeOf(status: Status): number | null {
  return phasesOf(status).flatMap(({ codes }) => codes)[0] ?? null
}

function phasesOf({ uploading_phase, processing_phase, publishing_phase }: Omit<Status, 'video_status'>) {
  return [uploading_phase, processing_phase, publishing_phase]
}
