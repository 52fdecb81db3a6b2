import { describe, expect, it } from 'vitest'
import { decrypt, deriveToken, encrypt, isSameSecret, randomCode } from '@/platform/crypto'

const key = 'khóa-của-kiểm-thử-khóa-của-kiểm-thử'
const place = { key, record: 'channels:1' }
const sealed = encrypt('mã bí mật', place)
const spoil = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
const changed = (part: number) =>
  sealed
    .split('.')
    .map((text, index) => (index === part ? spoil(text) : text))
    .join('.')

describe('A secret at rest', () => {
  it('comes back to the letter and shows nothing of itself', () => {
    expect(decrypt(sealed, place)).toBe('mã bí mật')
    expect(sealed).not.toContain('mã')
    expect(decrypt(encrypt('', place), place)).toBe('')
  })

  it('is never stored twice alike', () => expect(encrypt('mã bí mật', place)).not.toBe(sealed))

  it('is not read with another key', () =>
    expect(() => decrypt(sealed, { ...place, key: `${key}!` })).toThrow('another key'))

  it('is not read in another record', () => expect(() => decrypt(sealed, { key, record: 'channels:2' })).toThrow())

  it.each([
    ['version', 0],
    ['key id', 1],
    ['nonce', 2],
    ['tag', 3],
    ['text', 4],
  ])('is not read once its %s was changed', (_part, index) =>
    expect(() => decrypt(changed(index), place)).toThrow(Error),
  )

  it.each(['', 'plain', 'k1', 'k1.a.b.c', sealed.slice(0, -6)])('is not read out of “%s”', (text) =>
    expect(() => decrypt(text, place)).toThrow(Error),
  )
})

describe('A token', () => {
  it('differs by purpose and by secret', () => {
    const tokens = [deriveToken(key, 'site'), deriveToken(key, 'metrics'), deriveToken(`${key}!`, 'site')]
    expect(new Set(tokens).size).toBe(3)
    expect(deriveToken(key, 'site')).toBe(tokens[0])
  })

  it('is compared whole', () => {
    expect(isSameSecret('một', 'một')).toBe(true)
    for (const other of ['', 'mộ', 'một ', 'hai']) expect(isSameSecret(other, 'một')).toBe(false)
  })

  it('for a link is read without mistakes', () => {
    const codes = Array.from({ length: 500 }, () => randomCode())
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) expect(code).toMatch(/^[a-km-np-z2-9]{10}$/)
  })
})
