import { describe, expect, it } from 'vitest'
import { readEnvironment } from '@/platform/env'
import { ConfigurationError } from '@/platform/errors'

const good = {
  DATABASE_URL: 'postgres://lantoa@127.0.0.1/lantoa',
  APP_SECRET: 'bí-mật-của-ứng-dụng-bí-mật-của-ứng-dụng',
  ENCRYPTION_KEY: 'khóa-mã-hóa-khóa-mã-hóa-khóa-mã-hóa-khóa',
  PUBLIC_URL: 'https://attt.tinh.gov.vn',
}
const mongo = { DATABASE_URL: 'mongodb://127.0.0.1/lantoa?replicaSet=rs0', REDIS_URL: 'redis://127.0.0.1' }

function problemsOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readEnvironment(variables)
    return []
  } catch (cause) {
    if (cause instanceof ConfigurationError) return cause.problems
    throw cause
  }
}

const namesOf = (problems: readonly string[]) => problems.map((problem) => problem.split(':')[0]).toSorted()

describe('The environment', () => {
  it.each([
    ['PostgreSQL alone', good, 'postgres'],
    ['PostgreSQL with Redis', { ...good, REDIS_URL: 'rediss://127.0.0.1' }, 'postgres'],
    ['MongoDB with Redis', { ...good, ...mongo }, 'mongodb'],
    ['MongoDB by service name', { ...good, ...mongo, DATABASE_URL: 'mongodb+srv://máy/lantoa' }, 'mongodb'],
  ])('takes %s', (_name, variables, databaseKind) =>
    expect(readEnvironment(variables)).toMatchObject({ databaseKind, PORT: 3000, TZ_DEFAULT: 'Asia/Ho_Chi_Minh' }),
  )

  it('tells everything that is missing at once', () =>
    expect(namesOf(problemsOf({}))).toEqual(['APP_SECRET', 'DATABASE_URL', 'ENCRYPTION_KEY', 'PUBLIC_URL']))

  it('takes an empty value for a missing one', () =>
    expect(namesOf(problemsOf({ ...good, APP_SECRET: '', REDIS_URL: '' }))).toEqual(['APP_SECRET']))

  it.each([
    ['DATABASE_URL', 'mysql://127.0.0.1'],
    ['REDIS_URL', 'http://127.0.0.1'],
    ['APP_SECRET', 'ngắn'],
    ['ENCRYPTION_KEY', 'ngắn'],
    ['PUBLIC_URL', 'không phải địa chỉ'],
    ['PORT', 'ba nghìn'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'ồn'],
    ['QUEUE_PREFIX', 'có dấu cách'],
  ])('refuses %s=%s with a sentence that names it', (name, value) => {
    const problems = problemsOf({ ...good, [name]: value })
    expect(namesOf(problems)).toEqual([name])
    expect(problems[0]).toMatch(/[à-ỹđ]|[a-z]/iu)
  })

  it('refuses MongoDB without Redis, because the queue needs a place', () =>
    expect(problemsOf({ ...good, ...mongo, REDIS_URL: undefined }).join()).toContain('REDIS_URL: MongoDB cần Redis'))

  it('refuses MongoDB without a replica set, because transactions would silently be off', () =>
    expect(problemsOf({ ...good, ...mongo, DATABASE_URL: 'mongodb://127.0.0.1/lantoa' }).join()).toContain(
      'replicaSet',
    ))

  it('refuses a moved clock outside training', () => {
    expect(namesOf(problemsOf({ ...good, CLOCK_FILE: '/tmp/giờ' }))).toEqual(['CLOCK_FILE'])
    expect(problemsOf({ ...good, CLOCK_FILE: '/tmp/giờ', TRAINING: '1' })).toEqual([])
  })

  it('tells what does not fit together beside what is wrong by itself', () => {
    const variables = { ...good, ...mongo, REDIS_URL: undefined, PORT: 'ba nghìn', CLOCK_FILE: '/tmp/giờ' }
    expect(namesOf(problemsOf(variables))).toEqual(['CLOCK_FILE', 'PORT', 'REDIS_URL'])
  })

  it('prints all problems in one message that starts with what they are about', () => {
    expect(() => readEnvironment({ PORT: 'x' })).toThrow(/^Cấu hình chưa đúng:\n {2}- DATABASE_URL[^]*\n {2}- PORT/)
  })
})
