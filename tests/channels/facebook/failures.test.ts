/** What Facebook's refusals mean: its true envelope, decided by numbers alone. */
import { describe, expect, it } from 'vitest'
import { failureOf, MEANINGS } from '@/channels/facebook/failures'

type GraphError = Record<string, unknown>

/** As the platform sends it; the text is in the account's language. */
function envelope(error: GraphError, { status = 400, headers = {} }: { status?: number; headers?: HeadersInit } = {}) {
  const whole = { message: 'Đã xảy ra lỗi', type: 'OAuthException', fbtrace_id: 'AbCdEf', ...error }
  return { status, headers: new Headers(headers), text: JSON.stringify({ error: whole }) }
}

function judge(answer: ReturnType<typeof envelope>, irreversible: boolean) {
  const reported: Record<string, unknown>[] = []
  const failure = failureOf(answer, { irreversible, report: (fields) => void reported.push(fields) })
  return { failure, reported }
}

/** Every row of the sheet's table: code, subcode, what follows. */
const TABLE: [number, number | null, string][] = [
  [3, null, 'unauthorized'],
  [4, null, 'throttled'],
  [4, 2446079, 'throttled'],
  [17, null, 'throttled'],
  [17, 2446079, 'throttled'],
  [341, null, 'throttled'],
  [32, null, 'throttled'],
  [80001, null, 'throttled'],
  [613, null, 'throttled'],
  [10, null, 'unauthorized'],
  [200, null, 'unauthorized'],
  [210, null, 'unauthorized'],
  [240, null, 'unauthorized'],
  [283, null, 'unauthorized'],
  [299, null, 'unauthorized'],
  [100, null, 'rejected'],
  [100, 33, 'rejected'],
  [102, null, 'unauthorized'],
  [190, null, 'unauthorized'],
  [190, 458, 'unauthorized'],
  [190, 459, 'unauthorized'],
  [190, 464, 'unauthorized'],
  [190, 460, 'unauthorized'],
  [190, 463, 'unauthorized'],
  [190, 467, 'unauthorized'],
  [190, 492, 'unauthorized'],
  [324, 2069019, 'rejected'],
  [368, null, 'unauthorized'],
  [368, 1390008, 'throttled'],
  [368, 4854002, 'unauthorized'],
  [368, 1346003, 'rejected'],
  [368, 1404102, 'rejected'],
  [368, 1404112, 'unauthorized'],
  [389, null, 'rejected'],
  [382, null, 'rejected'],
  [352, null, 'rejected'],
  [6000, null, 'rejected'],
  [100, 6000, 'rejected'],
  [6000, 1363022, 'rejected'],
  [6000, 1363023, 'rejected'],
  [100, 1363042, 'unauthorized'],
  [100, 1404078, 'unauthorized'],
  [1609005, null, 'rejected'],
  [1609008, null, 'rejected'],
  [2061006, null, 'rejected'],
  [100, 1609005, 'rejected'],
  [100, 1609008, 'rejected'],
  [100, 2061006, 'rejected'],
  [100, 1366046, 'rejected'],
  [100, 1363040, 'rejected'],
  [100, 1363127, 'rejected'],
  [100, 1363128, 'rejected'],
  [100, 1363129, 'rejected'],
  [1705, null, 'unauthorized'],
  [3001, 1504028, 'rejected'],
]

/** Where the post may be there all the same, or the upload may go on. */
const OPEN: [number, number | null][] = [
  [1, null],
  [1, 99],
  [2, null],
  [506, null],
  [368, 1404082],
  [100, 1366051],
  [6001, null],
  [6000, 1363037],
  [6000, 1363019],
  [6000, 1363030],
]

const errorOf = (code: number, subcode: number | null) => ({ code, ...(subcode ? { error_subcode: subcode } : {}) })

describe('a refusal by Facebook', () => {
  it.each(TABLE)('%i/%s is %s, with a sentence in Vietnamese', (code, subcode, kind) => {
    const { failure, reported } = judge(envelope(errorOf(code, subcode)), true)
    expect(failure).toMatchObject({ kind, code: subcode ? `${code}/${subcode}` : String(code), httpStatus: 400 })
    expect(failure?.message).toMatch(/^\p{Lu}.*[àáảãạăâđêôơưìíòóùúỳýễệố].*\.$/u)
    expect(reported).toEqual([])
  })

  it.each(OPEN)('%i/%s leaves the outcome open after a send, and is unavailable before one', (code, subcode) => {
    const answer = envelope(errorOf(code, subcode), { status: 500 })
    expect(judge(answer, true).failure).toMatchObject({ kind: 'outcome-unknown' })
    expect(judge(answer, false).failure).toMatchObject({ kind: 'unavailable' })
    expect(judge(answer, true).reported).toEqual([])
  })

  it('has a row in the tests for every row of the table', () => {
    const tested = [...TABLE, ...OPEN].flatMap(([code, subcode]) => [
      String(code),
      ...(subcode ? [`${code}/${subcode}`, `/${subcode}`] : []),
    ])
    expect(Object.keys(MEANINGS).filter((key) => !tested.includes(key))).toEqual([])
  })

  it('that nobody has listed is unknown after a send, unavailable before one, and told to a person', () => {
    const answer = envelope({ code: 987_654, error_subcode: 12, fbtrace_id: 'trace-1' })
    for (const [irreversible, kind] of [
      [true, 'outcome-unknown'],
      [false, 'unavailable'],
    ] as const) {
      const { failure, reported } = judge(answer, irreversible)
      expect(failure).toMatchObject({ kind, code: '987654/12' })
      expect(reported).toEqual([{ code: '987654/12', httpStatus: 400, type: 'OAuthException', trace: 'trace-1' }])
    }
  })

  it.each(['<html>502 Bad Gateway</html>', '', '{"error":"text"}'])('without an envelope is told too: %s', (text) => {
    const { failure, reported } = judge({ status: 502, headers: new Headers(), text }, true)
    expect(failure).toMatchObject({ kind: 'outcome-unknown', code: 'http-502' })
    expect(reported).toEqual([{ httpStatus: 502 }])
  })

  it('of an unknown subcode counts by its code', () => {
    expect(judge(envelope({ code: 190, error_subcode: 999 }), true).failure).toMatchObject({ kind: 'unauthorized' })
    expect(judge(envelope({ code: 190 }, { status: 401 }), true).failure).toMatchObject({ kind: 'unauthorized' })
  })

  it.each([
    'Invalid appsecret_proof provided in the API argument',
    'API calls from the server require an appsecret_proof argument',
  ])(
    'about the proof of the secret looks like any bad parameter, and asks for the application’s key: %s',
    (message) => {
      const proof = envelope({ code: 100, type: 'GraphMethodException', message })
      expect(judge(proof, true).failure).toMatchObject({
        kind: 'unauthorized',
        message: expect.stringContaining('Khóa bí mật'),
      })
    },
  )

  it('is not read out of numbers in the text', () => {
    const answer = envelope({ code: 100, message: 'Error 190 at line 506' })
    expect(judge(answer, true).failure).toMatchObject({ kind: 'rejected', code: '100' })
  })

  it('is no failure when the answer holds no error', () => {
    expect(judge({ status: 200, headers: new Headers(), text: '{"id":"1_2"}' }, true).failure).toBeNull()
  })
})

describe('a wait', () => {
  const usage = (minutes: number) => ({
    'x-business-use-case-usage': JSON.stringify({
      '7': [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: minutes }],
    }),
  })

  it('lasts as many minutes as the usage header says', () => {
    const answer = envelope({ code: 80001 }, { headers: usage(17) })
    expect(judge(answer, true).failure).toMatchObject({ kind: 'throttled', retryAfter: 17 * 60 })
  })

  it('lasts an hour when nothing is said, and six after posting too fast', () => {
    expect(judge(envelope({ code: 4 }), true).failure).toMatchObject({ retryAfter: 3_600 })
    expect(judge(envelope({ code: 32 }, { headers: usage(0) }), true).failure).toMatchObject({ retryAfter: 3_600 })
    const block = envelope({ code: 368, error_subcode: 1390008 })
    expect(judge(block, true).failure).toMatchObject({ retryAfter: 6 * 3_600 })
  })
})
