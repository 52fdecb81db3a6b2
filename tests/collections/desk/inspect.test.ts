import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { platforms } from '@/channels/registry'
import type { Preview } from '@/engine/desk/preview'
import { codesOf, docOf, type Office, openOffice, type PersonName } from '../../support/office'
import { expectOk, planArticle, publicationRow } from '../../support/office/desk'

let office: Office

beforeAll(async () => {
  office = await openOffice(import.meta.url)
})
afterAll(() => office?.close())

const ask = (path: string, body?: unknown, who: PersonName = 'reporter') =>
  office.asPerson(who).post(`/${path}/inspect`, body)
const placesOf = async (path: string, body?: unknown) => (await expectOk(ask(path, body))).body['places'] as Preview[]
const codes = (place?: Preview) => (place?.problems ?? []).map(({ code }) => code)

describe('What every place would get of a draft', () => {
  it('is shown to who writes it, with what stands against it, before anybody approves', async () => {
    const { id } = await office.writeArticle({ title: 'Không đọc mã OTP' })
    const { body } = await expectOk(ask(`articles/${id}`))
    const places = body['places'] as Preview[]
    expect(places.map(({ platform }) => platform)).toEqual(platforms)
    const [site] = places
    expect(site).toMatchObject({
      label: 'Trang web',
      channel: { id: office.channel },
      publication: null,
      draft: { title: 'Không đọc mã OTP', text: expect.stringContaining('Bà con không đọc mã OTP') },
      problems: [],
    })
    expect(site?.counts).toContainEqual({ name: 'title', used: 16, max: 200, unit: 'code-point' })
    expect(codes(places.find(({ platform }) => platform === 'zalo'))).toContain('cover-missing')
    expect(codes(places.find(({ platform }) => platform === 'youtube'))).toContain('video-missing')
    expect(body['version']).toMatch(/^[0-9a-f]{64}$/)
  })

  it('counts as the platform counts, and names the number over', async () => {
    const { id } = await office.writeArticle({ variants: [{ blockType: 'zalo', title: 'ế'.repeat(160) }] })
    const [zalo] = await placesOf(`articles/${id}`, { platforms: ['zalo'] })
    expect(zalo?.counts).toContainEqual({ name: 'title', used: 160, max: 150, unit: 'code-point' })
    const [telegram] = await placesOf(`articles/${id}`, { platforms: ['telegram'] })
    expect(telegram?.counts).toEqual([{ name: 'text', used: expect.any(Number), max: 4096, unit: 'code-point' }])
    expect(telegram?.counts[0]?.used).toBeGreaterThan(100)
    expect(zalo?.problems.find(({ code }) => code === 'title-too-long')?.message).toMatch(/quá 10 ký tự/)
  })

  it('carries the signature of the channel, and the tracked link once it is planned there', async () => {
    const { organization: owner, engine } = office
    const signed = {
      name: 'Trang',
      platform: 'facebook',
      externalId: '7',
      organization: owner,
      signature: 'Trực ban 113',
    }
    const channel = await engine.rows.insert('channels', { ...signed, state: 'connected' })
    const { id } = await office.writeArticle()
    const [before] = await placesOf(`articles/${id}`, { channels: [channel] })
    expect(before).toMatchObject({ platform: 'facebook', publication: null, channel: { id: channel, name: 'Trang' } })
    expect(before?.draft?.text).toMatch(/\/l\/xxxxxxxxxx[\s\S]*Trực ban 113/)
    const publication = await planArticle({ ...office, channel }, id)
    const { trackedCode } = await publicationRow(office, publication)
    const [after] = await placesOf(`articles/${id}`, { platforms: ['facebook'] })
    expect(after).toMatchObject({ publication, draft: { marker: `http://localhost:3000/l/${trackedCode}` } })
    expect(after?.draft?.text).toContain(after?.draft?.marker)
  })

  it('says which options are wrong in place of a preview', async () => {
    const { id } = await office.writeArticle()
    await office.engine.payload.update({
      collection: 'articles',
      id,
      data: { variants: [{ blockType: 'youtube', tags: [' '] }] } as never,
      draft: true,
      overrideAccess: true,
    })
    const [place] = await placesOf(`articles/${id}`, { platforms: ['youtube'] })
    expect([place?.draft, codes(place)]).toEqual([null, ['options_invalid']])
  })

  it('is refused with a reason', async () => {
    const { id } = await office.writeArticle()
    for (const body of [{ platforms: ['myspace'] }, { platforms: [] }, { kenh: 1 }])
      expect(codesOf(await ask(`articles/${id}`, body))).toEqual(['body_invalid'])
    expect(codesOf(await ask(`articles/${id}`, { channels: [office.foreignChannel] }))).toEqual(['channel_not_found'])
    expect(codesOf(await ask(`articles/${id}`, { channels: ['khong-co'] }))).toEqual(['channel_not_found'])
    expect((await ask(`articles/${id}`, {}, 'foreign-leader')).status).toBe(404)
    expect((await ask(`articles/${id}`, {}, 'auditor')).status).toBe(403)
    expect((await office.visitor.post(`/articles/${id}/inspect`)).status).toBe(401)
  })
})

describe('Captions of a film', () => {
  const srt = '1\n00:00:01,000 --> 00:00:03,000\nMã OTP là chìa khóa nhà.\n'

  const upload = async (name: string, bytes: Uint8Array, type: string) => {
    const fields = { alt: `Tệp ${name}`, organization: office.organization }
    const { id } = docOf(await office.asPerson('reporter').upload({ name, bytes, type }, fields))
    const { handle } = await import('~/jobs/render-media/handler')
    await handle(office.engine, { media: id })
    return id
  }
  const write = (captions: unknown, video: string) =>
    office.asPerson('reporter').post('/clips', {
      ...office.articleFields(),
      body: undefined,
      video,
      transcript: 'Mã OTP là chìa khóa nhà.',
      captions,
    })

  it('go with it in their language, in both forms, and nothing else is taken for captions', async () => {
    const video = await upload('phim.mp4', await readFile('media/clips/otp-la-chia-khoa.mp4'), 'video/mp4')
    const file = await upload('phu-de.srt', new TextEncoder().encode(srt), 'application/x-subrip')
    const other = new TextEncoder().encode(srt.replace(/Mã.*/, 'Your code is your key.'))
    const english = await upload('en.srt', other, 'text/plain')
    const { id } = docOf(
      await write(
        [
          { language: 'vi', file },
          { language: 'en', file: english },
        ],
        video,
      ),
    )
    const { itemOf } = await import('@/engine/desk/item')
    const { readContent } = await import('@/engine/desk/read-content')
    const document = await readContent(office.engine, 'clips', id)
    const place = { platform: 'youtube', publication: 'p', link: 'https://a.vn/l/x', signature: '' }
    const captions = itemOf('clips', document, place).media.filter(({ role }) => role === 'captions')
    expect(captions.map(({ language }) => language)).toEqual(['vi', 'en'])
    expect(captions[0]?.renditions.map(({ name, mimeType }) => [name, mimeType])).toEqual([
      ['original', 'application/x-subrip'],
      ['vtt', 'text/vtt'],
      ['srt', 'application/x-subrip'],
    ])
    const [site, youtube] = await placesOf(`clips/${id}`, { platforms: ['site', 'youtube'] })
    for (const shown of [site, youtube])
      expect([codes(shown), shown?.draft?.media.filter(({ role }) => role === 'captions').length]).toEqual([[], 2])
    expect(site?.draft?.media.at(-1)).toMatchObject({ rendition: 'vtt', mimeType: 'text/vtt', language: 'en' })
    expect(
      codesOf(
        await write(
          [
            { language: 'vi', file },
            { language: 'vi', file },
          ],
          video,
        ),
      ),
    ).toEqual(['captions_invalid'])
    for (const wrong of [office.medium, 'khong-co', 7, null])
      expect(codesOf(await write([{ language: 'vi', file: wrong }], video))).toEqual(['captions_invalid'])
  })
})

describe('Being told by a platform', () => {
  const addChannel = (platform: string) =>
    office.engine.rows.insert('channels', {
      name: platform,
      platform,
      externalId: '1',
      organization: office.organization,
    })
  const subscribe = (id: string, who: PersonName = 'channel-admin') =>
    office.asPerson(who).post(`/channels/${id}/subscribe`)

  it('gives a person the address where only the platform’s console can be told', async () => {
    const id = await addChannel('zalo')
    const { body } = await expectOk(subscribe(id))
    expect(body).toMatchObject({ id, isTold: false, url: 'http://localhost:3000/api/webhooks/zalo' })
    expect(String(body['note'])).toMatch(/dán địa chỉ/)
  })

  it('is refused where there is nothing to tell, without credentials, and to those who may not connect', async () => {
    expect(codesOf(await subscribe(office.channel))).toEqual(['cannot_subscribe'])
    expect(codesOf(await subscribe(await addChannel('telegram')))).toEqual(['channel_unauthorized'])
    expect((await subscribe(office.channel, 'publisher')).status).toBe(403)
    expect((await subscribe(office.foreignChannel)).status).toBe(404)
    expect((await subscribe('khong-co')).status).toBe(404)
  })
})
