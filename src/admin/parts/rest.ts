'use client'
/** Our own REST interface as the admin uses it: verbs that answer with every reason of a refusal, and rows that refresh. */
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Word } from './words'

export type Problem = { code: string; message: string | Word }

const noAnswer: Problem = {
  code: 'no_answer',
  message: {
    vi: 'Không liên lạc được với máy chủ; hãy kiểm tra mạng rồi thử lại.',
    en: 'The server cannot be reached; check the network and try again.',
  },
}

const noReason: Problem = {
  code: 'unreadable',
  message: {
    vi: 'Máy chủ từ chối mà không nói rõ lý do; hãy tải lại trang.',
    en: 'The server refused without a reason; reload the page.',
  },
}

type Method = 'POST' | 'PATCH'

export type Action = {
  isRunning: boolean
  problems: Problem[]
  run(path: string, body?: object, method?: Method): Promise<boolean>
  forget: () => void
}

/** One verb at a time; `afterwards` runs when it succeeded, with what was answered. */
export function useAction(afterwards: (answer: unknown) => void): Action {
  const { config } = useConfig()
  const [isRunning, setRunning] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const run = async (path: string, body: object = {}, method: Method = 'POST') => {
    setRunning(true)
    const { problems: found, answer } = await write(config.routes.api + path, { body, method })
    setProblems(found)
    setRunning(false)
    if (found.length === 0) afterwards(answer)
    return found.length === 0
  }
  return { isRunning, problems, run, forget: () => setProblems([]) }
}

/** The refusal's reasons, empty when it went well, and then the answer. */
async function write(
  url: string,
  { body, method }: { body: object; method: Method },
): Promise<{ problems: Problem[]; answer?: unknown }> {
  try {
    const answer = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer.ok) return { problems: [], answer: await answer.json() }
    const { errors } = (await answer.json()) as { errors?: Problem[] }
    return { problems: errors && errors.length > 0 ? errors : [noReason] }
  } catch {
    return { problems: [noAnswer] }
  }
}

export type Rows<Row> = { row: Row | null; isFailed: boolean; problems: Problem[]; refresh: () => void }

/** Reads `path` now, after every `refresh`, and every few seconds while `isMoving` says that something is under way. */
export function useRows<Row>(path: string | null, isMoving: (row: Row) => boolean = () => false): Rows<Row> {
  const { config } = useConfig()
  const [row, setRow] = useState<Row | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const url = path === null ? null : config.routes.api + path
  const refresh = useCallback(() => {
    if (url === null) return
    read<Row>(url).then(
      (found) => {
        setRow(found)
        setProblems([])
      },
      (cause: unknown) => setProblems(cause instanceof Unread ? cause.problems : [noAnswer]),
    )
  }, [url])
  useEffect(refresh, [refresh])
  const isUnderWay = row !== null && isMoving(row)
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(refresh, 3_000)
    return () => clearInterval(timer)
  }, [isUnderWay, refresh])
  return { row, isFailed: problems.length > 0, problems, refresh }
}

/** A refusal on the way through a promise. */
class Unread extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super('the server refused')
    this.problems = problems
  }
}

async function read<Row>(url: string): Promise<Row> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Unread(((await answer.json()) as { errors?: Problem[] }).errors ?? [noReason])
  return (await answer.json()) as Row
}

/** What the server wrote, as it arrives: hours are text. */
export type Arrived<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Arrived<Item>[]
    : Value extends object
      ? { [Name in keyof Value]: Arrived<Value[Name]> }
      : Value
