/** Secrets at rest: AES-256-GCM with the key's id and the record's id bound in, so that a copied ciphertext is useless. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const KEY_ID_LENGTH = 8

/** `k1.<key id>.<iv>.<tag>.<ciphertext>`, base64url. */
export function encrypt(plain: string, { key, record }: { key: string; record: string }): string {
  const secret = deriveKey(key)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(record))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return ['k1', keyId(secret), ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
}

/** `formerKey` only while one is being replaced: the value itself says which of the two it needs. */
export type Lock = { key: string; formerKey?: string | undefined; record: string }

/** @throws Error when the key is another one, the record is another one, or the text was changed. */
export function decrypt(text: string, { key, formerKey, record }: Lock): string {
  const [version, id, iv, tag, sealed] = text.split('.')
  if (version !== 'k1' || !iv || !tag || sealed === undefined) throw new Error('not an encrypted value')
  const secret = [key, formerKey ?? key].map(deriveKey).find((candidate) => keyId(candidate) === id)
  if (!secret) throw new Error('encrypted with another key')
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'base64url'))
  decipher.setAAD(Buffer.from(record)).setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8')
}

export function isEncryptedWith(text: string, key: string): boolean {
  return text.split('.')[1] === keyId(deriveKey(key))
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A token for one purpose, derived from the application's secret. */
export function deriveToken(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}

export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)))
}

/** Short, unguessable, lower case, without letters that are read wrong (no l, o, 0, 1). */
export function randomCode(length = 10): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('')
}

function deriveKey(key: string): Buffer {
  return createHash('sha256').update(`lan-toa:${key}`).digest()
}

function keyId(secret: Buffer): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, KEY_ID_LENGTH)
}
