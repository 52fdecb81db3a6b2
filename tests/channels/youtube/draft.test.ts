/** What is wrong before sending, and whether Google knows what is sent. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Call, Processing, Published } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { tagLength } from '@/channels/youtube/limits'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

describe('before sending', () => {
  const problems = (over = {}) => channel.inspect(stage.aDraft(over)).map(({ code }) => code)

  it('refuses an item without a video', () => {
    expect(problems({ media: [stage.files.photo] })).toEqual(['video-missing'])
  })

  it('counts the description in bytes and refuses angle brackets', () => {
    expect(problems({ variant: { title: 'a < b', text: 'ệ'.repeat(1_700), options: {} } })).toEqual([
      'title-brackets',
      'description-too-long',
    ])
  })

  it('counts tags as YouTube does', () => {
    expect(tagLength(['một', 'hai ba'])).toBe(3 + 1 + 6 + 2)
    expect(
      problems({ variant: { title: '', text: '', options: { tags: Array.from({ length: 60 }, () => 'an toàn') } } }),
    ).toEqual(['tags-too-long'])
  })
})

describe('Google’s own description of the API', () => {
  type Sent = { key: string; names: string[]; body: string }

  /** Every request of one video's life; `key` is method and path, the session's own requests left out. */
  async function liveThrough(): Promise<Sent[]> {
    const sent: Sent[] = []
    const call = stage.call()
    const spying: Call = {
      ...call,
      http: (request) => {
        const { pathname, searchParams } = new URL(request.url)
        const key = `${request.method} ${pathname.replace('/google/api', '')}`
        if (pathname.startsWith('/google/api') && request.method !== 'PUT') {
          sent.push({
            key,
            names: [...searchParams.keys()],
            body: typeof request.body === 'string' ? request.body : '',
          })
        }
        return call.http(request)
      },
    }
    const draft = stage.aDraft()
    const { ticket } = (await channel.publish(draft, spying)) as Processing
    stage.platform.pass(10)
    const published = (await channel.follow?.(ticket, spying)) as Published
    await channel.find({ draft, armedAt: published.publishedAt }, { ...spying, checkpoints: [] })
    await channel.withdraw?.({ publication: 'p', ...published }, spying)
    return sent
  }

  it('knows every parameter and every field that is sent', async () => {
    const described = JSON.parse(await readFile('tests/channels/youtube/parameters.json', 'utf8')) as Record<
      string,
      string[]
    >
    const sent = await liveThrough()
    const calls = Object.keys(described).filter((key) => key.includes('/'))
    expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(calls))
    for (const { key, names } of sent) expect(described[key]).toEqual(expect.arrayContaining(names))
    const { snippet, status } = JSON.parse(sent[0]?.body ?? '') as Record<string, object>
    expect(described['snippet']).toEqual(expect.arrayContaining(Object.keys(snippet ?? {})))
    expect(described['status']).toEqual(expect.arrayContaining(Object.keys(status ?? {})))
    expect(status).toMatchObject({ privacyStatus: 'public', selfDeclaredMadeForKids: false })
  })
})
