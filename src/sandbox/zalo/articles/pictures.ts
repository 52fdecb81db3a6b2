/** Zalo fetches every picture itself. The look-alike does so too, but only from this machine. */
import type { Desk, SandboxAnswer } from '../../contract'
import { failed } from '../answers'
import { picturesOf, type ArticleFields } from './checks'

const MAX_BYTES = 1_000_000
const LOCAL = new Set(['127.0.0.1', 'localhost'])
const SIGNATURES = { 'image/jpeg': 'ffd8ff', 'image/png': '89504e47' } as const

export async function keepPictures(
  desk: Desk,
  fields: ArticleFields,
): Promise<{ kept: string[] } | { refusal: SandboxAnswer }> {
  const kept: string[] = []
  for (const address of picturesOf(fields)) {
    const fetched = await fetchPicture(address)
    if ('refusal' in fetched) return fetched
    kept.push(desk.keep(fetched.bytes, fetched.mimeType))
  }
  return { kept }
}

async function fetchPicture(
  address: string,
): Promise<{ bytes: Uint8Array; mimeType: string } | { refusal: SandboxAnswer }> {
  if (/[^\u0021-\u007E]/.test(address)) return { refusal: failed(-201, 'photo url is not encoded') }
  const bytes = await download(address)
  if (!bytes) return { refusal: failed(-201, `photo url is invalid: ${address}`) }
  if (bytes.length > MAX_BYTES) return { refusal: failed(-210, 'image size is over 1 MB') }
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const type = Object.entries(SIGNATURES).find(([, signature]) => start.startsWith(signature))
  return type ? { bytes, mimeType: type[0] } : { refusal: failed(-201, 'photo url is not a jpg or png') }
}

async function download(address: string): Promise<Uint8Array | null> {
  if (!URL.canParse(address) || !LOCAL.has(new URL(address).hostname)) return null
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000) })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}
