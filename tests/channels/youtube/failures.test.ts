/** Every reason of the sheet's error table, in Google's own envelope, and what follows from it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FailureKind } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { failureOf } from '@/channels/youtube/failures'
import { secondsToReset } from '@/channels/youtube/quota'
import { openStage, type Stage } from './support/stage'

const now = new Date('2026-11-22T05:00:00Z')
const toMidnight = secondsToReset(now)

type Envelope = { status: number; reason?: string; domain?: string; message?: string; more?: object }

function answer({ status, reason, domain = 'global', message = 'Something <b>in</b> any language', more }: Envelope) {
  const errors = reason === undefined ? {} : { errors: [{ message, domain, reason }] }
  return {
    status,
    headers: new Headers(),
    text: JSON.stringify({ error: { code: status, message, ...errors, ...more } }),
  }
}

const decide = (envelope: Envelope, irreversible = false) => failureOf(answer(envelope), { irreversible, now })

const VIDEO_UPLOADS =
  "Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day' of service 'youtube.googleapis.com' for consumer 'project_number:12345'."

type Row = [status: number, reason: string, domain: string, kind: FailureKind, retryAfter: number | null]

const table: Row[] = [
  [403, 'quotaExceeded', 'youtube.quota', 'throttled', toMidnight],
  [403, 'dailyLimitExceeded', 'usageLimits', 'throttled', toMidnight],
  [403, 'rateLimitExceeded', 'usageLimits', 'throttled', 120],
  [429, 'rateLimitExceeded', 'global', 'throttled', 120],
  [403, 'userRateLimitExceeded', 'usageLimits', 'throttled', 120],
  [429, 'userRateLimitExceeded', 'usageLimits', 'throttled', 120],
  [400, 'uploadLimitExceeded', 'youtube.video', 'throttled', 86_400],
  [429, 'uploadRateLimitExceeded', 'youtube.thumbnail', 'throttled', 4 * 3_600],
  ...[
    'invalidTitle',
    'invalidDescription',
    'invalidTags',
    'invalidCategoryId',
    'invalidPublishAt',
    'invalidFilename',
    'invalidRecordingDetails',
    'invalidVideoMetadata',
    'defaultLanguageNotSet',
    'mediaBodyRequired',
    'invalidImage',
    'contentRequired',
    'missingRequiredParameter',
    'unexpectedParameter',
    'incompatibleParameters',
    'invalidFilters',
    'invalidPageToken',
    'badRequest',
  ].map((reason): Row => [400, reason, 'youtube.video', 'rejected', null]),
  [401, 'authError', 'global', 'unauthorized', null],
  [401, 'expired', 'global', 'unauthorized', null],
  [401, 'authorizationRequired', 'global', 'unauthorized', null],
  [401, 'youtubeSignupRequired', 'youtube.header', 'unauthorized', null],
  [403, 'forbidden', 'global', 'unauthorized', null],
  [403, 'insufficientPermissions', 'global', 'unauthorized', null],
  [403, 'accountDelegationForbidden', 'youtube.header', 'unauthorized', null],
  [403, 'authenticatedUserAccountClosed', 'youtube.header', 'unauthorized', null],
  [403, 'authenticatedUserAccountSuspended', 'youtube.header', 'unauthorized', null],
  [403, 'authenticatedUserNotChannel', 'youtube.header', 'unauthorized', null],
  [403, 'accessNotConfigured', 'usageLimits', 'unauthorized', null],
  [403, 'forbiddenPrivacySetting', 'youtube.video', 'rejected', null],
  [403, 'forbiddenLicenseSetting', 'youtube.video', 'rejected', null],
  [403, 'commentsDisabled', 'youtube.commentThread', 'rejected', null],
  [404, 'videoNotFound', 'youtube.video', 'rejected', null],
  [404, 'playlistNotFound', 'youtube.playlistItem', 'rejected', null],
  [409, 'captionExists', 'youtube.caption', 'rejected', null],
]

describe('a listed reason', () => {
  it.each(table)('%d %s (%s) is %s, wait %s', (status, reason, domain, kind, retryAfter) => {
    for (const irreversible of [false, true]) {
      const failure = decide({ status, reason, domain }, irreversible)
      expect(failure).toMatchObject({ kind, code: reason, httpStatus: status, retryAfter })
      expect(failure?.message).toMatch(/[àáâãèéêìíòóôõùúýăđơưạ-ỹ].*[.]$/i)
    }
  })

  it('waits as long as the answer asks for', () => {
    const asked = {
      ...answer({ status: 429, reason: 'rateLimitExceeded' }),
      headers: new Headers({ 'retry-after': '7' }),
    }
    expect(failureOf(asked, { irreversible: false, now })).toMatchObject({ retryAfter: 7 })
  })
})

describe('the empty upload bucket', () => {
  it.each([
    ['with', { status: 'RESOURCE_EXHAUSTED' }],
    ['without', {}],
  ])('is known by the name of its metric alone, %s the word RESOURCE_EXHAUSTED', (_with, more) => {
    const failure = decide({ status: 429, reason: 'rateLimitExceeded', message: VIDEO_UPLOADS, more })
    expect(failure).toMatchObject({ kind: 'throttled', code: 'rateLimitExceeded', retryAfter: toMidnight })
  })

  it('is not seen in other answers that speak of uploads', () => {
    const short = decide({ status: 429, reason: 'rateLimitExceeded', message: "Quota metric 'Queries' and uploads" })
    expect(short).toMatchObject({ retryAfter: 120 })
    const bad = decide({ status: 400, reason: 'invalidTitle', message: VIDEO_UPLOADS })
    expect(bad).toMatchObject({ kind: 'rejected' })
  })
})

describe('an answer of the newer shape', () => {
  it.each([
    ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 403, 'unauthorized'],
    ['SERVICE_DISABLED', 403, 'unauthorized'],
  ])('is decided by the reason in its details: %s', (reason, status, kind) => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }]
    expect(decide({ status, more: { details } })).toMatchObject({ kind, code: reason })
  })

  it('prefers a listed reason to one that nobody knows', () => {
    const details = [{ reason: 'SERVICE_DISABLED' }]
    expect(decide({ status: 403, reason: 'somethingNew', more: { details } })).toMatchObject({
      code: 'SERVICE_DISABLED',
    })
  })
})

describe('an answer that nobody listed', () => {
  it.each([
    [500, 'internalError'],
    [503, 'backendError'],
    [502, undefined],
    [504, undefined],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'conditionNotMet'],
  ])('%d %s: nothing happened before a mutation, anything may have after one', (status, reason) => {
    const envelope = reason === undefined ? { status } : { status, reason }
    expect(decide(envelope)).toMatchObject({ kind: 'unavailable' })
    expect(decide(envelope, true)).toMatchObject({ kind: 'outcome-unknown' })
  })

  it('is decided by its status where that says enough', () => {
    const plain = (status: number) =>
      failureOf({ status, headers: new Headers(), text: '<html>' }, { irreversible: true, now })
    expect([400, 401, 403, 429].map((status) => plain(status)?.kind)).toEqual([
      'rejected',
      'unauthorized',
      'unauthorized',
      'throttled',
    ])
    expect(plain(502)?.kind).toBe('outcome-unknown')
    expect(plain(200)).toBeNull()
  })

  describe('on the way', () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await openStage()
      stage.calm()
    })
    afterAll(() => stage.platform.close())

    it.each([
      ['videos.insert.start', 'unavailable', false],
      ['videos.insert.finish', 'outcome-unknown', true],
    ])('is left in the log for a person: %s', async (call, kind, irreversible) => {
      const { call: through, lines } = stage.record()
      stage.fault(call, 'unavailable')
      await expect(channel.publish(stage.aDraft(), through)).rejects.toMatchObject({ kind })
      const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
      expect(logged).toContainEqual(
        expect.objectContaining({ status: 503, irreversible, message: 'unlisted answer of the platform' }),
      )
    })
  })
})
