/** One call of the OA API: a plain `access_token` header, and every failure inside HTTP 200. */
import { createHmac } from 'node:crypto'
import type { ZodType } from 'zod'
import type { HttpAnswer, HttpRequest } from '../../../platform/http/contract'
import type { Call } from '../../contract'
import { exchange } from '../../contract/exchange'
import { failureOf, unlisted } from '../failures'
import { LIMIT_WINDOW_SECONDS, NEAR_LIMIT } from '../limits'
import { credentials } from '../options'

export type Question<Answer> = {
  path: string
  /** v2.0 when left out. */
  version?: 'v2.0' | 'v3.0'
  query?: Record<string, string>
  /** JSON, or a body that is a form already with its headers. */
  body?: Record<string, unknown> | Upload
  headers?: Record<string, string>
  irreversible?: boolean
  schema: ZodType<Answer>
}

export type Upload = { stream: ReadableStream<Uint8Array>; headers: Record<string, string>; timeout: number }

/** A GET, or a POST when there is a body. */
export async function ask<Answer>(call: Call, question: Question<Answer>): Promise<Answer> {
  const irreversible = question.irreversible ?? false
  const seen: HttpAnswer[] = []
  try {
    return await exchange(call, {
      request: toRequest(call, question),
      irreversible,
      schema: question.schema,
      failure: (answer) => {
        seen.push(answer)
        return failureOf(answer, irreversible)
      },
    })
  } finally {
    for (const answer of seen) await note(call, question.path, answer)
  }
}

/** What nobody has listed is for a person to read; what is left of the minute decides how fast the channel goes on. */
async function note(call: Call, path: string, answer: HttpAnswer): Promise<void> {
  const strange = unlisted(answer)
  if (strange) call.log.error({ path, ...strange }, 'zalo answered something that stands in no table')
  if (isNearLimit(answer.headers)) await call.ease(new Date(call.now().getTime() + LIMIT_WINDOW_SECONDS * 1000))
}

function isNearLimit(headers: Headers): boolean {
  const [limit, remain] = ['x-ratelimit-limit', 'x-ratelimit-remain'].map((name) => headers.get(name))
  if (!limit || !remain) return false
  return Number(remain) <= Number(limit) * NEAR_LIMIT
}

function toRequest(
  call: Call,
  { path, version = 'v2.0', query, body, headers: further }: Question<unknown>,
): HttpRequest {
  const headers = { ...proof(call), ...further }
  const url = `${call.addresses['openapi']}/${version}/${path}${query ? `?${new URLSearchParams(query)}` : ''}`
  if (!body) return { method: 'GET', url, headers }
  if (isUpload(body))
    return { method: 'POST', url, headers: { ...headers, ...body.headers }, body: body.stream, timeout: body.timeout }
  return {
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

function isUpload(body: Record<string, unknown> | Upload): body is Upload {
  return body['stream'] instanceof ReadableStream
}

/** Whether Zalo asks an OA's application for the proof is not documented; a right one does no harm. */
function proof(call: Call): Record<string, string> {
  const { accessToken, appSecret } = credentials.parse(call.credentials)
  if (!appSecret) return { access_token: accessToken }
  return {
    access_token: accessToken,
    appsecret_proof: createHmac('sha256', appSecret).update(accessToken).digest('hex'),
  }
}
