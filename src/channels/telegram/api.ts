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
  | 'sendDocument'
  | 'sendMediaGroup'
  | 'sendPoll'
  | 'editMessageText'
  | 'editMessageCaption'
  | 'pinChatMessage'
  | 'forwardMessage'
  | 'forwardMessages'
  | 'deleteMessage'
  | 'deleteMessages'
  | 'setWebhook'

/** In the shape that telegraf looks for in a payload. */
export type Upload = { source: NodeJS.ReadableStream; filename: string }

export type Invocation<Answer> = {
  method: Method
  payload: Record<string, unknown>
  schema: ZodType<Answer>
  /** True for what may make a post visible. */
  irreversible?: boolean
  /** Every file that stands somewhere in the payload. */
  uploads?: readonly Upload[]
  /** Answers in place of a failure for what the caller expects to be refused. */
  expected?(description: string): Answer | undefined
}

type CallApi = (method: Method, payload: Record<string, unknown>, settings: { signal: AbortSignal }) => Promise<unknown>

/** @throws ChannelError that says whether the call may have had an effect. */
export async function callTelegram<Answer>(call: Call, invocation: Invocation<Answer>): Promise<Answer> {
  if (call.signal.aborted) throw unrecognised(false, { code: 'aborted' })
  const parsed = invocation.schema.safeParse(await invoke(call, invocation))
  if (parsed.success) return parsed.data
  call.log.error({ method: invocation.method, issues: parsed.error.issues }, 'Telegram answered in an unknown shape')
  throw unrecognised(invocation.irreversible ?? false, { code: 'unreadable-answer', httpStatus: 200 })
}

async function invoke<Answer>(call: Call, invocation: Invocation<Answer>): Promise<unknown> {
  const { method, uploads = [] } = invocation
  const cut = watchUploads(uploads)
  try {
    const limit = AbortSignal.timeout(uploads.length > 0 ? UPLOAD_TIMEOUT : TEXT_TIMEOUT)
    return await connect(call)(method, bodyOf(invocation), { signal: AbortSignal.any([call.signal, limit, cut]) })
  } catch (cause) {
    const mayHaveHappened = Boolean(invocation.irreversible) && !cut.aborted
    if (!(cause instanceof TelegramError)) throw lost(cause, mayHaveHappened)
    return insteadOf(call, { cause, invocation, mayHaveHappened })
  }
}

type Refused<Answer> = { cause: TelegramError; invocation: Invocation<Answer>; mayHaveHappened: boolean }

/** What the caller says a refusal stands for. @throws ChannelError when it says nothing */
function insteadOf<Answer>(call: Call, { cause, invocation, mayHaveHappened }: Refused<Answer>): Answer {
  const instead = invocation.expected?.(cause.description)
  if (instead !== undefined) return instead
  const { response, code } = cause
  const listed = readRefusal(response)
  if (listed) throw listed
  // telegraf throws a body of 5xx away; whatever it said, it may have been done.
  const { method } = invocation
  call.log.error({ method, code, description: response.description }, 'Telegram answered what nobody has listed')
  throw unrecognised(mayHaveHappened, { code: String(code), httpStatus: code })
}

/** In a form telegraf writes only files and lists by itself; any other object has to come as its JSON. */
function bodyOf({ payload, uploads = [] }: Pick<Invocation<unknown>, 'payload' | 'uploads'>): Record<string, unknown> {
  if (uploads.length === 0) return payload
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, isPlainObject(value) ? JSON.stringify(value) : value]),
  )
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('source' in value)
}

/** A file that breaks off while it is read was never sent whole, and telegraf would wait for its end for ever. */
function watchUploads(uploads: readonly Upload[]): AbortSignal {
  const broken = new AbortController()
  for (const { source } of uploads) source.once('error', () => broken.abort())
  return broken.signal
}

function connect(call: Call): CallApi {
  const { token } = credentials.parse(call.credentials)
  const apiRoot = `${call.addresses['api']}/`
  // A socket kept from an earlier post may be dead already, and its death would read as "sent, no answer".
  const agent = new (apiRoot.startsWith('https:') ? SecureAgent : PlainAgent)({ keepAlive: false })
  lookBeforeSending(agent, call)
  const client = new Telegram(token, { apiRoot, webhookReply: false })
  // Not by its settings: telegraf forgets the agent of an address without encryption, such as a Bot API server of one's own.
  Object.assign(client.options, { agent })
  return client.callApi.bind(client) as unknown as CallApi
}

/** When the connection stands and nothing has been written: a process that stood still meanwhile may not send any more. */
function lookBeforeSending(agent: PlainAgent, call: Call): void {
  const connectTo = agent.createConnection.bind(agent)
  agent.createConnection = (options, done) => {
    const socket = connectTo(options, done)
    const event = 'encrypted' in (socket ?? {}) ? 'secureConnect' : 'connect'
    socket?.once(event, () => {
      if (call.signal.aborted) socket.destroy(new StoppedInTime())
    })
    return socket
  }
}

class StoppedInTime extends Error {
  readonly code = 'aborted-before-sending'
}

/** Before a connection stands nothing can have arrived; after that everything may have. */
const neverSent = new Set([
  'aborted-before-sending',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
])

function lost(cause: unknown, irreversible: boolean): ChannelError {
  const code = codeOf(cause)
  return unrecognised(irreversible && !neverSent.has(code), { code })
}

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'unknown'
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return 'type' in cause && typeof cause.type === 'string' ? cause.type : 'unknown'
}
