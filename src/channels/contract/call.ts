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
  /** Bytes of a medium of the draft, optionally from an offset. */
  open(media: DraftMedia, from?: number): Promise<ReadableStream<Uint8Array>>
}
