/** `rupload.facebook.com`: bytes as they are, its own header for the token, its own shape of errors. */
import { z } from 'zod'
import type { HttpAnswer } from '../../../platform/http/contract'
import type { Call, DraftMedia } from '../../contract'
import { readJson, send, unrecognised } from '../../contract/exchange'
import { withRest } from '../api'
import { failureOf } from '../failures'
import { credentials } from '../options'

/** A reel of 90 s over a poor line, in one request. */
const TIMEOUT = 3_600_000

/** `elsewhere`: the platform stands at another byte. `broken`: it could not use what came. */
export type Sent = 'done' | 'elsewhere' | 'broken'

const REFUSALS: Readonly<Record<string, Sent>> = {
  OffsetInvalidError: 'elsewhere',
  PartialRequestError: 'elsewhere',
  ProcessingFailedError: 'broken',
}

const refusal = z.object({ debug_info: z.object({ type: z.string() }) }).transform((body) => body.debug_info.type)
const success = z.object({ success: z.literal(true) })

type Piece = { media: DraftMedia; path: string; offset: number }

/** Nothing is visible before the finish, so a lost answer is settled by asking how much is there. */
export async function sendBytes(call: Call, { media, path, offset }: Piece): Promise<Sent> {
  const headers = {
    authorization: `OAuth ${credentials.parse(call.credentials).pageToken}`,
    offset: String(offset),
    file_size: String(media.bytes),
    'content-type': 'application/octet-stream',
    'content-length': String(media.bytes - offset),
  }
  const url = `${call.addresses['rupload']}${path}`
  const body = await call.open(media, offset)
  const answer = await withRest(call, (watched) =>
    send(watched, { method: 'POST', url, headers, body, timeout: TIMEOUT }, false),
  )
  return understand(call, answer)
}

function understand(call: Call, answer: HttpAnswer): Sent {
  const body = readJson(answer.text)
  const type = refusal.safeParse(body).data
  const known = type && REFUSALS[type]
  if (known) return known
  const report = (fields: Record<string, unknown>) =>
    call.log.error({ ...fields, type }, 'Facebook gave an error for a reel that nobody has listed')
  const failure = failureOf(answer, { irreversible: false, report })
  if (failure) throw failure
  if (success.safeParse(body).success) return 'done'
  throw unrecognised(false, { code: 'unreadable-answer', httpStatus: answer.status })
}
