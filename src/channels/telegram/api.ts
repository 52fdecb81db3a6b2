/**
 * The one place that knows telegraf. Only its `callApi` is used; it is kept from what it does badly: it loses a
 * sub-path of its root unless the root ends in `/`, waits 500 seconds, keeps sockets, and its errors may hold the
 * address with the token, so that none of them ever leaves this file.
 */
import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { Telegram, TelegramError } from 'telegraf'
import type { ZodType } from 'zod'
import { unrecognised } from '../contract/exchange'
import type { Call, ChannelError } from '../contract'
import { readRefusal } from './failures'
import { credentials } from './options'

export const API_VERSION = 'Bot API 10.3'

const TEXT_TIMEOUT = 30_000
const UPLOAD_TIMEOUT = 600_000

export type Method =
  | 'getMe'
  | 'getChat'
  | 'getChatMember'
  | 'getChatMemberCount'
  | 'sendMessage'
  | 'sendPhoto'
  | 'sendVideo'
  | 'forwardMessage'
  | 'forwardMessages'
  | 'deleteMessage'
  | 'deleteMessages'

export type Upload = {
  stream: NodeJS.ReadableStream
  name: string
}

export type Invocation<Answer> = {
  method: Method
  payload: Record<string, unknown>
  schema: ZodType<Answer>
  /** True for what may make a post visible. */
  irreversible?: boolean
  /** Sent as the field `photo` or `video`. */
  upload?: { field: string; file: Upload }
  /** Answers in place of a failure for what the caller expects to be refused. */
  expected?(description: string): Answer | undefined
}

type CallApi = (method: Method, payload: Record<string, unknown>, settings: { signal: AbortSignal }) => Promise<unknown>

/** @throws ChannelError that says whether the call may have had an effect. */
export async function callTelegram<Answer>(call: Call, invocation: Invocation<Answer>): Promise<Answer> {
  if (call.signal.aborted) throw unrecognised(false, { code: 'aborted' })
  const parsed = invocation.schema.safeParse(await invoke(call, invocation))
  if (parsed.success) return parsed.data
  throw unrecognised(invocation.irreversible ?? false, { code: 'unreadable-answer', httpStatus: 200 })
}

async function invoke<Answer>(call: Call, invocation: Invocation<Answer>): Promise<unknown> {
  const cut = watchUpload(invocation.upload?.file)
  try {
    const signal = AbortSignal.any([call.signal, timeLimit(invocation), cut])
    return await connect(call)(invocation.method, bodyOf(invocation), { signal })
  } catch (cause) {
    const mayHaveHappened = (invocation.irreversible ?? false) && !cut.aborted
    if (!(cause instanceof TelegramError)) throw lost(cause, mayHaveHappened)
    const instead = invocation.expected?.(cause.description)
    if (instead === undefined) throw refused(cause, mayHaveHappened)
    return instead
  }
}

function timeLimit({ upload }: Pick<Invocation<unknown>, 'upload'>): AbortSignal {
  return AbortSignal.timeout(upload ? UPLOAD_TIMEOUT : TEXT_TIMEOUT)
}

function bodyOf({ payload, upload }: Pick<Invocation<unknown>, 'payload' | 'upload'>): Record<string, unknown> {
  if (!upload) return payload
  return { ...payload, [upload.field]: { source: upload.file.stream, filename: upload.file.name } }
}

/** A file that breaks off while it is read was never sent whole, and telegraf would wait for its end for ever. */
function watchUpload(file: Upload | undefined): AbortSignal {
  const broken = new AbortController()
  file?.stream.once('error', () => broken.abort())
  return broken.signal
}

function connect(call: Call): CallApi {
  const { token } = credentials.parse(call.credentials)
  const apiRoot = `${call.addresses['api']}/`
  // A socket kept from an earlier post may be dead already, and its death would read as "sent, no answer".
  const agent = apiRoot.startsWith('https:')
    ? new SecureAgent({ keepAlive: false })
    : new PlainAgent({ keepAlive: false })
  const client = new Telegram(token, { apiRoot, agent, webhookReply: false })
  return client.callApi.bind(client) as unknown as CallApi
}

function refused({ response, code }: TelegramError, irreversible: boolean): ChannelError {
  return (code < 500 && readRefusal(response)) || unrecognised(irreversible, { code: String(code), httpStatus: code })
}

/** Before a connection stands nothing can have arrived; after that everything may have. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

function lost(cause: unknown, irreversible: boolean): ChannelError {
  const code = codeOf(cause)
  return unrecognised(irreversible && !neverSent.has(code), { code })
}

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'unknown'
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return 'type' in cause && typeof cause.type === 'string' ? cause.type : 'unknown'
}
