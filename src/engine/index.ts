/**
 * The publishing engine's hands: the pure domain applied to real rows. It sits between the domain folders and those
 * who use it (collections' verbs in the web process, job handlers in the worker).
 */
import type { Payload } from 'payload'
import type { Http } from '@/platform/http/contract'
import type { Clock } from '@/platform/clock'
import { clockOf, type Rows, rowsOf } from '@/platform/database'
import { environment } from '@/platform/env'
import { http } from '@/platform/http'
import { logger } from '@/platform/logger'

export type Engine = {
  payload: Payload
  rows: Rows
  /** By the database's clock, whatever this machine's says. */
  now: Clock
  http: Http
  log: typeof logger
  random(): number
  /** Aborted when this process has been asked to end: what is under way is finished, nothing new is begun. */
  stopping: AbortSignal
  /** Aborted when the time for finishing is over: what is under way is broken off where it can go on later. */
  ending: AbortSignal
  publicUrl: string
  encryptionKey: string
  mediaDirectory: string
  zone: string
}

export function engineOf(payload: Payload): Engine {
  const { PUBLIC_URL, ENCRYPTION_KEY, MEDIA_DIRECTORY, TZ_DEFAULT } = environment()
  return {
    payload,
    rows: rowsOf(payload),
    now: clockOf(payload).now,
    http,
    log: logger,
    random: Math.random,
    stopping: new AbortController().signal,
    ending: new AbortController().signal,
    publicUrl: PUBLIC_URL.replace(/\/$/, ''),
    encryptionKey: ENCRYPTION_KEY,
    mediaDirectory: MEDIA_DIRECTORY,
    zone: TZ_DEFAULT,
  }
}
