import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookSeconds, MOST_TRIES, retrySeconds } from '@/publishing/backoff'
import { canonical, fingerprint, hashSnapshot } from '@/publishing/snapshot'

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain }

const snapshot = {
  draft: { title: 'Mã OTP là chìa khóa nhà', post: { text: 'Không đưa mã.', hashtags: ['#ATTT', '#KonTum'] } },
  content: { kind: 'articles', id: '1', version: 'a' },
}

/** What jsonb does: shorter keys first, then by bytes; undefined is dropped. */
function asDatabase(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(asDatabase)
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).toSorted(
    ([left], [right]) => left.length - right.length || (left < right ? -1 : 1),
  )
  return Object.fromEntries(sorted.map(([key, inner]) => [key, asDatabase(inner)]))
}

const leavesOf = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [path]

function changeAt(value: unknown, [key, ...rest]: (string | number)[]): unknown {
  if (key === undefined) return `${String(value)}.`
  const copy = structuredClone(value) as Record<string | number, unknown>
  copy[key] = changeAt(copy[key], rest)
  return copy
}

describe('The hash of a snapshot', () => {
  it('does not mind the order in which a database gives the keys back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Plain
        expect(hashSnapshot(asDatabase(plain))).toBe(hashSnapshot(plain))
      }),
    )
  })

  it.each(leavesOf(snapshot).map((path) => [path.join('.'), path] as const))('changes with %s', (_name, path) => {
    expect(hashSnapshot(changeAt(snapshot, path as (string | number)[]))).not.toBe(hashSnapshot(snapshot))
  })

  it.each([
    ['the order of a list', { list: ['a', 'b'] }, { list: ['b', 'a'] }],
    ['a number from its text', { value: 1 }, { value: '1' }],
    ['null from an empty text', { value: null }, { value: '' }],
    ['a composed letter from a decomposed one', { text: 'ệ' }, { text: 'ệ'.normalize('NFD') }],
    ['where a text ends', { first: 'ab', second: 'c' }, { first: 'a', second: 'bc' }],
  ])('tells %s', (_name, one, other) => expect(hashSnapshot(one)).not.toBe(hashSnapshot(other)))

  it('is the sha256 of JSON with sorted keys', () => {
    expect(canonical({ b: [{ d: 1, c: 'é' }], a: null })).toBe('{"a":null,"b":[{"c":"é","d":1}]}')
    expect(hashSnapshot({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })
})

describe('The fingerprint of a text', () => {
  it.each([
    ['line breaks and spaces', 'Mã OTP\n\nlà chìa  khóa', 'mã otp là chìa khóa'],
    ['capitals', 'CẢNH BÁO', 'cảnh báo'],
    ['signs and pictures', '⚠️ Cảnh báo: “mã OTP”!', 'cảnh báo mã otp'],
    ['how the marks are stored', 'chìa khóa'.normalize('NFD'), 'chìa khóa'],
  ])('survives %s', (_name, one, other) => expect(fingerprint(one)).toBe(fingerprint(other)))

  it.each([
    ['marks', 'má', 'mà'],
    ['digits', 'gọi 113', 'gọi 114'],
    ['words', 'không đưa mã', 'đưa mã'],
  ])('tells %s apart', (_name, one, other) => expect(fingerprint(one)).not.toBe(fingerprint(other)))
})

describe('Waiting', () => {
  it.each([
    [1, 0, 15],
    [1, 1, 23],
    [2, 0, 30],
    [3, 0, 60],
    [5, 0, 240],
    [5, 1, 360],
  ])('before try %i with luck %i takes %i seconds', (tries, random, seconds) =>
    expect(retrySeconds(tries, random)).toBe(seconds),
  )

  it('grows with every try, whatever the luck', () => {
    for (let tries = 1; tries < MOST_TRIES; tries += 1)
      expect(retrySeconds(tries + 1, 0)).toBeGreaterThan(retrySeconds(tries, 1))
  })

  it.each([
    [5, 0, 5],
    [5, 3, 40],
    [5, 50, 900],
    [0, 0, 1],
    [1200, 0, 900],
  ])('to look again, %i s at first and after %i looks, takes %i s', (wait, looks, seconds) =>
    expect(lookSeconds(wait, looks)).toBe(seconds),
  )
})
