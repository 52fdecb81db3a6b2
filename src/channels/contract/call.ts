import type { Http } from '../../platform/http/contract'
import type { DraftMedia, Json } from './draft'

/**
 * The step name that says "the very next request cannot be taken back". The engine writes it durably, counts it as a
 * send and re-checks the lease before `checkpoint` returns; a publication without it was certainly never sent.
 */
export const ARMED = 'armed'

export type Checkpoint = { attempt: number; step: string; at: string; data: Json }

export type Log = {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

export type Budget = {
  /** What is counted, for example `uploads`. */
  name: string
  /** Whose budget it is at the platform: an application's id, an account. Several channels may share one. */
  owner: string
  /** First moment of the window, as text that is the same for everybody in it, such as `2026-11-26`. */
  window: string
  limit: number
  cost: number
}

export type Call = {
  /** The platform's own id of the page, account, chat or channel. */
  account: string
  /** Decrypted; parse with the driver's schema. */
  credentials: unknown
  /** By the names of the driver's `addresses`, without a trailing slash. */
  addresses: Readonly<Record<string, string>>
  http: Http
  now(): Date
  log: Log
  /** Aborts when the lease is lost or the process stops. */
  signal: AbortSignal
  /** Durable before it returns. Throws when the lease is no longer ours: stop, send nothing. */
  checkpoint(step: string, data?: Json): Promise<void>
  /** Of this publication, this and earlier attempts, oldest first. */
  checkpoints: readonly Checkpoint[]
  /** The platform says that its limit is near: nothing more is sent on this channel until then. Never shortens a wait. */
  ease(until: Date): Promise<void>
  /**
   * Takes from a budget that the platform counts and does not tell: durable, atomic, shared by every process. Returns
   * what is left, or null when it is not enough and nothing was taken. A cost of 0 only asks.
   */
  spend(budget: Budget): Promise<number | null>
  /** Bytes of a medium of the draft, optionally from an offset. */
  open(media: DraftMedia, from?: number): Promise<ReadableStream<Uint8Array>>
}
