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

export type Action = {
  isRunning: boolean
  problems: Problem[]
  run(path: string, body?: object): Promise<boolean>
  forget: () => void
}

/** One verb at a time; `afterwards` runs when it succeeded. */
export function useAction(afterwards: () => void): Action {
  const { config } = useConfig()
  const [isRunning, setRunning] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const run = async (path: string, body: object = {}) => {
    setRunning(true)
    const found = await post(config.routes.api + path, body)
    setProblems(found)
    setRunning(false)
    if (found.length === 0) afterwards()
    return found.length === 0
  }
  return { isRunning, problems, run, forget: () => setProblems([]) }
}

/** The refusal's reasons; empty when it went well. */
async function post(url: string, body: object): Promise<Problem[]> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer.ok) return []
    const { errors } = (await answer.json()) as { errors?: Problem[] }
    return errors && errors.length > 0 ? errors : [noReason]
  } catch {
    return [noAnswer]
  }
}

export type Rows<Row> = { row: Row | null; isFailed: boolean; refresh: () => void }

/** Reads `path` now, after every `refresh`, and every few seconds while `isMoving` says that something is under way. */
export function useRows<Row>(path: string | null, isMoving: (row: Row) => boolean = () => false): Rows<Row> {
  const { config } = useConfig()
  const [row, setRow] = useState<Row | null>(null)
  const [isFailed, setFailed] = useState(false)
  const url = path === null ? null : config.routes.api + path
  const refresh = useCallback(() => {
    if (url === null) return
    read<Row>(url).then(
      (found) => {
        setRow(found)
        setFailed(false)
      },
      () => setFailed(true),
    )
  }, [url])
  useEffect(refresh, [refresh])
  const isUnderWay = row !== null && isMoving(row)
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(refresh, 3_000)
    return () => clearInterval(timer)
  }, [isUnderWay, refresh])
  return { row, isFailed, refresh }
}

async function read<Row>(url: string): Promise<Row> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return (await answer.json()) as Row
}
