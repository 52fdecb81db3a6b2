/** The look-alike itself, as a driver that is wrong would meet it: an upload session and what it takes for a video. */
import { describe, expect, it } from 'vitest'
import { connect } from 'node:net'
import { ask, make, open, film, put, statusOf, stage, UNIT } from '../support/lookalike'

describe('an upload session', () => {
  it('answers 308 without a range as long as it holds nothing', async () => {
    const address = (await open()).headers.get('location')
    const asked = await put(address, `bytes */${3 * UNIT}`)
    expect([asked.status, asked.headers.get('range')]).toEqual([308, null])
  })

  it('keeps whole units of 256 KiB only, and says what it holds', async () => {
    const address = (await open()).headers.get('location')
    const size = UNIT + 1_000
    const some = await put(address, `bytes 0-${size - 1}/${3 * UNIT}`, film(size))
    expect([some.status, some.headers.get('range')]).toEqual([308, `bytes=0-${UNIT - 1}`])
    const gap = await put(address, `bytes ${2 * UNIT}-${3 * UNIT - 1}/${3 * UNIT}`, new Uint8Array(UNIT))
    expect([gap.status, gap.headers.get('range')]).toEqual([308, `bytes=0-${UNIT - 1}`])
  })

  it('keeps what had come when the line was cut in the middle of a chunk', async () => {
    const address = new URL((await open()).headers.get('location') ?? '')
    await sendHalf(address, 2 * UNIT)
    await expect
      .poll(async () => (await put(address.href, `bytes */${3 * UNIT}`)).headers.get('range'))
      .toBe(`bytes=0-${UNIT - 1}`)
  })

  it('repeats its first answer when it is asked after the end', async () => {
    const address = (await open({}, 100)).headers.get('location')
    const first = await put(address, 'bytes 0-99/100', film(100))
    const asked = await put(address, 'bytes */100')
    expect([first.status, asked.status]).toEqual([201, 201])
    expect(JSON.parse(asked.text)).toMatchObject({ id: JSON.parse(first.text).id })
  })

  it('is one video each: the same text sent in two sessions is there twice', async () => {
    const [one, other] = [await make(), await make()]
    expect(one.id).not.toBe(other.id)
  })

  it('is unknown when its time is over', async () => {
    const address = (await open()).headers.get('location')
    stage.mood({ sessionSeconds: -1 })
    expect((await put(address, `bytes */${3 * UNIT}`)).status).toBe(404)
  })
})

/** A request that says how much it will send, sends a little more than half, and is gone. */
function sendHalf(address: URL, size: number): Promise<void> {
  const head = [
    `PUT ${address.pathname}${address.search} HTTP/1.1`,
    `host: ${address.host}`,
    `content-length: ${size}`,
    `content-range: bytes 0-${size - 1}/${3 * UNIT}`,
  ]
  return new Promise((resolve) => {
    const socket = connect(Number(address.port), address.hostname, () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      socket.write(film(UNIT + 5_000), () => socket.end(() => socket.destroy()))
    })
    socket.on('close', () => resolve())
  })
}

describe('what it takes for a video', () => {
  it.each([
    ['invalidTitle', { snippet: { title: '' } }],
    ['invalidTitle', { snippet: { title: 'a'.repeat(101) } }],
    ['invalidTitle', { snippet: { title: 'a <b>' } }],
    ['invalidDescription', { snippet: { description: 'ệ'.repeat(1_667) } }],
    ['invalidDescription', { snippet: { description: 'a > b' } }],
    ['invalidTags', { snippet: { tags: Array.from({ length: 51 }, () => 'an toàn') } }],
    ['invalidCategoryId', { snippet: { categoryId: 'giáo dục' } }],
    ['invalidVideoMetadata', { status: { privacyStatus: 'hidden' } }],
    ['invalidPublishAt', { status: { privacyStatus: 'public', publishAt: '2027-01-01T00:00:00Z' } }],
    ['invalidPublishAt', { status: { privacyStatus: 'private', publishAt: 'tomorrow' } }],
    ['defaultLanguageNotSet', { localizations: { en: { title: 'A video' } } }],
  ])('%s: %j', async (reason, text) => {
    expect(await open(text)).toMatchObject({ status: 400, reason })
  })

  it('counts bytes of the description and characters of the title', async () => {
    const text = { title: 'ệ'.repeat(100), description: 'ệ'.repeat(1_666) }
    expect(await open({ snippet: text })).toMatchObject({ status: 200 })
  })

  it('is public when nobody says who may see it', async () => {
    expect(await statusOf((await make()).id)).toMatchObject({ privacyStatus: 'public' })
  })

  it('is public at once with an hour in the past, and at its hour with one in the future', async () => {
    const at = (seconds: number) => new Date(stage.platform.now().getTime() + seconds * 1000).toISOString()
    const past = await make({ status: { privacyStatus: 'private', publishAt: at(-5) } })
    expect(await statusOf(past.id)).toMatchObject({ privacyStatus: 'public' })
    const future = await make({ status: { privacyStatus: 'private', publishAt: at(60) } })
    expect(await statusOf(future.id)).toMatchObject({ privacyStatus: 'private', publishAt: at(60) })
    stage.platform.pass(61)
    const open = await statusOf(future.id)
    expect([open?.['privacyStatus'], open?.['publishAt']]).toEqual(['public', undefined])
  })

  it('cannot get an hour again once the public saw it', async () => {
    const { id } = await make()
    const status = { privacyStatus: 'private', publishAt: '2027-01-01T00:00:00Z' }
    const body = JSON.stringify({ id, status })
    expect(await ask({ method: 'PUT', path: '/youtube/v3/videos?part=status', body })).toMatchObject({
      status: 400,
      reason: 'invalidPublishAt',
    })
  })
})
