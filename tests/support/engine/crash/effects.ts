/**
 * Everything a process does to the world while it works on one publication, one after the other: writes to the database,
 * requests to a platform. Found by running the real code, so that a new await is in the list by itself. A story may end
 * before any of them: from there on nothing of it happens, not even a `finally`, as after SIGKILL. The moment after an
 * effect is the moment before the next one, with its answer in no other place than the memory that is lost.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { Telegram } from 'telegraf'
import { ARMED } from '@/channels/contract'
import type { Engine } from '@/engine'
import type { Row, Rows, Value, Where } from '@/platform/database'
import { type Http, HttpFailure } from '@/platform/http/contract'

/** Such as `publications.update sending`, `publications.update armed` or `POST /v25.0/123/feed`. */
export type Effect = string

/** Before which effect the story ends: its place, counted from 0, or the first whose name begins so. */
export type End = number | string

export type Story = {
  effects: Effect[]
  end?: End | undefined
  /** The first request after the armed mark is taken by the platform, and its answer never comes back. */
  losesAnswer?: boolean
  /** Called once, when the end is reached. */
  reached?(effect: Effect): void
  /** Given at the end: goes on from there, as a process does that was stopped and continues. */
  wake?(): void
}

const stories = new AsyncLocalStorage<Story>()

/** Whatever `work` does through a watched engine is written into the story. */
export function within<Result>(story: Story, work: () => Promise<Result>): Promise<Result> {
  return stories.run(story, work)
}

/** The same engine, seen. */
export function watched(engine: Engine): Engine {
  watchTelegraf()
  return { ...engine, rows: watchedRows(engine.rows), http: watchedHttp(engine.http) }
}

async function pass(effect: Effect): Promise<void> {
  const story = stories.getStore()
  if (!story) return
  const place = story.effects.push(effect) - 1
  if (isEnd(story, effect, place)) end(story, effect)
  await endings.get(story)
}

const endings = new WeakMap<Story, Promise<void>>()

/** From here on everything of it stands still. */
function end(story: Story, effect: Effect): void {
  if (endings.has(story)) return
  endings.set(story, new Promise((resolve) => (story.wake = resolve)))
  story.reached?.(effect)
}

function isEnd({ end }: Story, effect: Effect, place: number): boolean {
  return typeof end === 'string' ? effect.startsWith(end) : place === end
}

function watchedRows(rows: Rows): Rows {
  return {
    ...rows,
    async update<Shape extends Row>(slug: string, where: Where, set: Record<string, Value>) {
      await pass(`${slug}.update ${sense(set)}`)
      return rows.update<Shape>(slug, where, set)
    },
    async set(slug, where, set) {
      await pass(`${slug}.update ${sense(set)}`)
      return rows.set(slug, where, set)
    },
    async setWith(slug, change, also) {
      const step = also.flatMap((one) => ('row' in one ? [] : [stepIn(one.set)])).find(Boolean)
      await pass(`${slug}.update ${step ?? sense(change.set)}`)
      return rows.setWith(slug, change, also)
    },
    async insert(slug, row) {
      await pass(`${slug}.insert`)
      return rows.insert(slug, row)
    },
    async insertAll(slug, many) {
      await pass(`${slug}.insert all`)
      return rows.insertAll(slug, many)
    },
    async increment(slug, where, amount) {
      await pass(`${slug}.increment ${amount.field}`)
      return rows.increment(slug, where, amount)
    },
  }
}

/** What the write is about: the state it leads to, or its fields. */
function sense(set: Record<string, Value>): string {
  return typeof set['state'] === 'string' ? set['state'] : Object.keys(set).join(',')
}

function stepIn(set: Record<string, Value>): string | undefined {
  return (set['steps'] as { step: string }[] | undefined)?.at(-1)?.step
}

function watchedHttp(http: Http): Http {
  return async (request) => {
    await pass(`${request.method} ${new URL(request.url).pathname}`)
    const answer = await http(request)
    if (isToBeLost()) throw new HttpFailure('cut', { mayHaveArrived: true, code: 'ECONNRESET' })
    return answer
  }
}

/** True once: for the request that makes the post visible. */
function isToBeLost(): boolean {
  const story = stories.getStore()
  if (!story?.losesAnswer) return false
  const armed = story.effects.findLastIndex((effect) => effect.endsWith(` ${ARMED}`))
  if (armed < 0 || story.effects.slice(armed + 1, -1).some(isRequest)) return false
  story.losesAnswer = false
  return true
}

const requests = ['GET ', 'POST ', 'PUT ', 'DELETE ', 'telegram ']

function isRequest(effect: Effect): boolean {
  return requests.some((method) => effect.startsWith(method))
}

type CallApi = (this: unknown, method: string, ...rest: unknown[]) => Promise<unknown>

let isTelegrafWatched = false

/** telegraf brings its own way out of the process. */
function watchTelegraf(): void {
  if (isTelegrafWatched) return
  isTelegrafWatched = true
  const prototype = Telegram.prototype as unknown as { callApi: CallApi }
  const callApi = prototype.callApi
  prototype.callApi = async function watchedCall(method, ...rest) {
    await pass(`telegram ${method}`)
    const answer = await callApi.call(this, method, ...rest)
    if (isToBeLost()) throw new Error('cut')
    return answer
  }
}
