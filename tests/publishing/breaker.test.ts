import { describe, expect, it } from 'vitest'
import { MOST_TRIES } from '@/publishing/backoff'
import { describeBreak, failureClassOf, mostInARow, probeSeconds } from '@/publishing/breaker'

describe('Failures in a row', () => {
  it.each([
    ['unavailable', 'no-answer', null, 'unavailable'],
    ['unavailable', '503', 503, 'unavailable'],
    ['outcome-unknown', 'timeout', null, 'outcome-unknown'],
    ['rejected', '368', 400, 'rejected 368'],
    ['rejected', 'media-changed', null, null],
    ['throttled', '429', 429, null],
    ['unauthorized', '190', 400, null],
    ['unavailable', 'internal', null, null],
    ['outcome-unknown', 'internal', null, null],
  ] as const)('%s with the code %s (HTTP %s) count as %s', (kind, code, httpStatus, expected) => {
    expect(failureClassOf({ kind, code, httpStatus })).toBe(expected)
  })

  it('are enough before one post has used up its tries, and sooner where nobody knows what is up', () => {
    expect(mostInARow('unavailable')).toBe(MOST_TRIES)
    expect(mostInARow('rejected 368')).toBe(MOST_TRIES)
    expect(mostInARow('outcome-unknown')).toBeLessThan(mostInARow('unavailable'))
  })

  it('make the platform be asked after a minute, then ever less often, at least once an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 1000].map(probeSeconds)).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
  })

  it.each([
    ['unavailable', /^Nền tảng không nhận bài 5 lần liên tiếp\. Kênh tạm ngừng gửi; .+\.$/],
    ['outcome-unknown', /^3 bài liên tiếp gửi đi mà nền tảng không trả lời rõ\. Kênh tạm ngừng gửi; .+\.$/],
    ['rejected 368/1390008', /^Nền tảng từ chối 5 bài liên tiếp vì cùng một lý do \(mã 368\/1390008\)\. Kênh .+\.$/],
  ])('of the class %s are told in one plain sentence', (failureClass, sentence) => {
    expect(describeBreak(failureClass)).toMatch(sentence)
  })
})
