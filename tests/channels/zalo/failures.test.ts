/** Every code of the sheet's table, in Zalo's own envelope: HTTP 200, a negative `error`, no `data`. */
import { describe, expect, it } from 'vitest'
import type { FailureKind } from '@/channels/contract'
import { failureOf, unlisted } from '@/channels/zalo/failures'
import { MEANINGS } from '@/channels/zalo/meanings'

const answer = (error: number, message = 'Lỗi từ Zalo', status = 200) => ({
  status,
  headers: new Headers(),
  text: JSON.stringify({ error, message }),
})

/** Section 4 of the sheet, row by row, and the codes of signing in. */
const rows: [number, FailureKind, string][] = [
  [-216, 'unauthorized', 'kết nối lại'],
  [-220, 'unauthorized', 'kết nối lại'],
  [-124, 'unauthorized', 'kết nối lại'],
  [-32, 'throttled', 'quá nhiều lần'],
  [-201, 'rejected', 'không chấp nhận một trường'],
  [-204, 'unauthorized', 'bị khóa hoặc không tồn tại'],
  [-205, 'unauthorized', 'bị khóa hoặc không tồn tại'],
  [-200, 'unavailable', 'gửi không thành công'],
  [-100, 'rejected', '7 ngày'],
  [-209, 'unauthorized', 'Ứng dụng chưa được'],
  [-212, 'unauthorized', 'Ứng dụng chưa được'],
  [-219, 'unauthorized', 'Ứng dụng chưa được'],
  [-210, 'rejected', '1 MB'],
  [-211, 'throttled', 'hạn mức'],
  [-213, 'rejected', 'bỏ qua người đó'],
  [-217, 'rejected', 'bỏ qua người đó'],
  [-227, 'rejected', 'bỏ qua người đó'],
  [-214, 'unavailable', 'đang xử lý'],
  [-218, 'throttled', 'nhận đủ số tin'],
  [-221, 'unauthorized', 'xác thực OA'],
  [-224, 'unauthorized', 'nâng cấp gói'],
  [-223, 'unauthorized', 'Ứng dụng chưa được'],
  [-230, 'rejected', 'chưa tương tác'],
  [-231, 'rejected', 'chưa tương tác'],
  [-232, 'rejected', 'chưa tương tác'],
  [-233, 'rejected', 'không hỗ trợ'],
  [-235, 'unauthorized', 'Loại Official Account'],
  [-234, 'throttled', '6 giờ sáng'],
  [-238, 'rejected', 'trang quản lý OA'],
  [-241, 'rejected', 'trang quản lý OA'],
  [-237, 'rejected', 'trang quản lý OA'],
  [-240, 'rejected', 'không hỗ trợ'],
  [-242, 'unauthorized', 'Khóa bí mật'],
  [-244, 'rejected', 'chính sách'],
  [-248, 'rejected', 'chính sách'],
  [-249, 'rejected', 'không hỗ trợ'],
  [-320, 'unauthorized', 'ZCA'],
  [-321, 'unauthorized', 'ZCA'],
  [-403, 'rejected', 'trang quản lý OA'],
  [-1340, 'rejected', 'Biểu mẫu'],
  [-1341, 'rejected', 'Biểu mẫu'],
  [-118, 'unauthorized', 'cấp quyền lại'],
  [-14002, 'unauthorized', 'App ID'],
  [-14003, 'unauthorized', 'Callback URL'],
  [-14014, 'unauthorized', 'cấp quyền lại'],
]

describe('a refusal by Zalo', () => {
  it.each(rows)('%i is %s: “… %s …”', (error, kind, words) => {
    for (const irreversible of [true, false]) {
      const failure = failureOf(answer(error), irreversible)
      expect(failure).toMatchObject({ kind, code: String(error), httpStatus: 200 })
      expect(failure?.message).toContain(words)
      expect(failure?.message).toMatch(/\.$/)
    }
    expect(unlisted(answer(error))).toBeNull()
  })

  it('stands in this test whenever it stands in the table', () => {
    const tested = new Set(rows.map(([error]) => String(error)))
    expect(Object.keys(MEANINGS).filter((code) => !tested.has(code))).toEqual([])
  })

  it('says the same whatever HTTP status comes with it', () => {
    expect(failureOf(answer(-201, 'title is invalid', 400), true)).toMatchObject({ kind: 'rejected', httpStatus: 400 })
  })

  it.each([
    ['OA has reached article quota', 'throttled', 6 * 3_600],
    ['Đã hết hạn mức tạo bài', 'throttled', 6 * 3_600],
    ['API is not authorised', 'unauthorized', null],
  ])('-223 has two meanings, told apart by its words: %s', (message, kind, retryAfter) => {
    expect(failureOf(answer(-223, message), true)).toMatchObject({ kind, retryAfter })
  })

  it.each([
    ['Application has reached limit call api', 'Ứng dụng', 90],
    ['OA has reached limit call api', 'Official Account', 60],
  ])('-32 has two meanings as well: %s', (message, words, retryAfter) => {
    const failure = failureOf(answer(-32, message), true)
    expect(failure).toMatchObject({ kind: 'throttled', retryAfter })
    expect(failure?.message).toContain(words)
  })

  it('of the night concerns one post, the others the channel', () => {
    expect(failureOf(answer(-234), true)?.scope).toBe('post')
    expect(failureOf(answer(-32), true)?.scope).toBe('channel')
  })
})

describe('an answer that stands in no table', () => {
  it('leaves the outcome open after a send, is unavailable before one, and is told to a person', () => {
    expect(failureOf(answer(-99_999), true)).toMatchObject({ kind: 'outcome-unknown' })
    expect(failureOf(answer(-99_999), false)).toMatchObject({ kind: 'unavailable' })
    expect(unlisted(answer(-99_999, 'Something new'))).toEqual({ code: '-99999', said: 'Something new' })
  })

  it('of a gateway too', () => {
    const gateway = { status: 502, headers: new Headers(), text: '<html>' }
    expect(failureOf(gateway, true)).toMatchObject({ kind: 'outcome-unknown', code: 'http-502' })
    expect(failureOf(gateway, false)).toMatchObject({ kind: 'unavailable' })
    expect(unlisted(gateway)).toEqual({ code: 'http-502', said: '' })
  })

  it('but 429 says that nothing was let through', () => {
    const failure = failureOf({ status: 429, headers: new Headers(), text: 'Too Many Requests' }, true)
    expect(failure).toMatchObject({ kind: 'throttled', retryAfter: 60 })
  })
})

describe('success', () => {
  it('is no failure', () => {
    expect(failureOf(answer(0, 'Success'), true)).toBeNull()
    expect(unlisted(answer(0, 'Success'))).toBeNull()
  })
})
