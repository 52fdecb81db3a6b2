import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Publication } from '@/engine/rows'
import { addChannel, addPublication, sentPosts } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { upload } from '../../support/engine/media'
import { findWakes, runDue, runJob } from '../../support/engine/rest'

type MediaRow = { id: string; renditions: { name: string; file: string; sha256: string }[] } & Record<string, unknown>

let stage: Stage

beforeAll(async () => {
  stage = await openStage(import.meta.url)
})
afterAll(() => stage?.close())

const publish = ({ id }: Publication) => runJob(stage, 'publish', { publication: id })
const preflight = ({ id }: Publication) => runJob(stage, 'preflight', { publication: id })
const inMinutes = (minutes: number) => new Date(stage.clock.now().getTime() + minutes * 60_000)
const waiting = (minutes: number) => ({ over: { dueAt: inMinutes(minutes), wakeAt: inMinutes(minutes) } })
const woken = async (name: string) =>
  (await findWakes(stage))
    .filter(({ job }) => job === name)
    .map(({ input }) => (input as { publication: string }).publication)
const tooLong = {
  edit: (draft: { post: Record<string, unknown> }) => void (draft.post['title'] = 'Tiêu đề '.repeat(40)),
}

const broadcast = { variant: { title: '', text: '', options: { broadcast: 'all' } } }

let pictures = 0

/** A post with a picture of its own, so that no other test shares the file. */
async function withOwnPicture(minutes = 0): Promise<{ publication: Publication; file: string }> {
  const row = await makePicture()
  const renditions = row.renditions.map(({ file: _file, ...rendition }) => rendition)
  const medium = { ...stage.media.photo, id: row.id, renditions: renditions as never }
  const publication = await addPublication(stage, 'zalo', { item: { media: [medium] }, ...waiting(minutes) })
  const used = publication.snapshot?.draft.media[0]
  const stored = row.renditions.find(({ name }) => name === used?.rendition)
  if (!stored) throw new Error('the post does not use its picture')
  return { publication, file: join(stage.engine.mediaDirectory, stored.file) }
}

async function makePicture(): Promise<MediaRow> {
  pictures += 1
  const shape = { width: 640, height: 360, channels: 3 as const, background: { r: pictures * 40, g: 90, b: 20 } }
  const data = await sharp({ create: shape }).jpeg().toBuffer()
  const id = await upload(stage.engine, stage.organization, { name: 'rieng.jpg', mimetype: 'image/jpeg', data })
  await runJob(stage, 'render-media', { media: id })
  const [row] = await stage.engine.rows.find<MediaRow>('media', { where: { id }, limit: 1 })
  if (!row) throw new Error('the picture is gone')
  return row
}

describe('Before the send', () => {
  it('a post that the rules of today refuse is held with the reason, and nothing is sent', async () => {
    const publication = await addPublication(stage, 'zalo', tooLong)
    expect(await publish(publication)).toEqual({ skipped: 'held: inspection' })
    const held = await stage.read(publication.id)
    expect(held).toMatchObject({ state: 'held', heldBecause: 'inspection', wakeAt: null, attemptNumber: 0 })
    expect(held['heldMessage']).toMatch(/không còn đạt yêu cầu.*quá \d+ ký tự/)
    expect(held['preflightProblems']).toMatchObject([{ code: 'title-too-long' }])
    expect(await sentPosts(stage, publication)).toBe(0)
    expect(await stage.attempts(publication.id)).toEqual([])
  })

  it('a picture that is gone or another holds the post', async () => {
    const gone = await withOwnPicture()
    await rm(gone.file)
    const other = await withOwnPicture()
    await writeFile(other.file, 'không phải ảnh đã duyệt')
    for (const { publication } of [gone, other]) {
      expect(await publish(publication)).toEqual({ skipped: 'held: inspection' })
      expect((await stage.read(publication.id))['preflightProblems']).toMatchObject([{ code: 'media_changed' }])
    }
  })

  it('a snapshot of an older version of the software is held, not tried in vain', async () => {
    const publication = await addPublication(stage, 'zalo')
    const snapshot = { ...publication.snapshot, draft: { ...publication.snapshot?.draft, post: { cũ: true } } }
    const { hashSnapshot } = await import('@/publishing/snapshot')
    const set = { snapshot: snapshot as never, approvedHash: hashSnapshot(snapshot) }
    await stage.engine.rows.update('publications', { id: publication.id }, set)
    expect(await publish(publication)).toEqual({ skipped: 'held: inspection' })
    expect((await stage.read(publication.id))['heldMessage']).toMatch(/phiên bản phần mềm cũ/)
  })
})

describe('Half an hour before', () => {
  it('every post that waits is looked at once, and what is fine goes out', async () => {
    const soon = await addPublication(stage, 'zalo', waiting(29))
    const later = await addPublication(stage, 'zalo', waiting(45))
    expect(await woken('preflight')).toContain(soon.id)
    expect(await woken('preflight')).not.toContain(later.id)
    await runDue(stage)
    expect(await stage.read(soon.id)).toMatchObject({
      state: 'scheduled',
      preflightProblems: null,
      preflightAt: expect.any(Date),
    })
    expect(await woken('preflight')).not.toContain(soon.id)
    expect(await preflight(soon)).toEqual({ skipped: 'already done' })
    stage.clock.pass(29 * 60)
    await runDue(stage)
    expect((await stage.read(soon.id)).state).toBe('published')
    expect((await stage.read(later.id))['preflightAt']).toBeInstanceOf(Date)
  })

  it('what is wrong with the post, its files and its channel is written where the desk sees it', async () => {
    const { publication, file } = await withOwnPicture(20)
    const { size } = await stat(file)
    await writeFile(file, Buffer.alloc(size, 1))
    await stage.engine.rows.update('channels', { id: publication.channel }, { state: 'attention' })
    expect(await preflight(publication)).toEqual({ done: '2 problems' })
    const seen = await stage.read(publication.id)
    expect(seen.state).toBe('scheduled')
    expect(seen['preflightProblems']).toMatchObject([
      { code: 'channel_not_ready', message: expect.stringMatching(/kết nối lại/) },
      { code: 'media_changed', message: expect.stringMatching(/không còn như bản đã duyệt/) },
    ])
    const audit = await stage.engine.rows.find('audit', {
      where: { subject: `publications:${publication.id}`, action: 'preflight-problems' },
    })
    expect(audit).toMatchObject([{ detail: { codes: ['channel_not_ready', 'media_changed'] } }])
  })

  it('a token that died meanwhile is found, and told with the post', async () => {
    const channel = await addChannel(stage, 'youtube', { checkedAt: inMinutes(-61) })
    const publication = await addPublication(stage, 'youtube', { channel, ...waiting(34) })
    stage.places.youtube.fault('token-dead', '*')
    await runDue(stage)
    expect((await stage.channel(channel.id)).state).toBe('attention')
    stage.clock.pass(5 * 60)
    expect(await preflight(publication)).toEqual({ done: '1 problems' })
    expect((await stage.read(publication.id))['preflightProblems']).toMatchObject([{ code: 'channel_not_ready' }])
    stage.places.youtube.heal()
  })

  it('a quota that is used up is told before the hour, only where it is needed', async () => {
    const spent = { quotaLeft: 0 }
    const film = await addPublication(stage, 'youtube', {
      channel: await addChannel(stage, 'youtube', spent),
      ...waiting(20),
    })
    const oa = await addChannel(stage, 'zalo', spent)
    const article = await addPublication(stage, 'zalo', { channel: oa, ...waiting(20) })
    const sent = await addPublication(stage, 'zalo', { channel: oa, item: broadcast, ...waiting(20) })
    for (const publication of [film, article, sent]) await preflight(publication)
    const codes = async ({ id }: Publication) => ((await stage.read(id))['preflightProblems'] as unknown[] | null) ?? []
    expect(await codes(film)).toMatchObject([
      { code: 'quota-uploads-spent', message: expect.stringMatching(/99 lượt/) },
    ])
    expect(await codes(article)).toEqual([])
    expect((await codes(sent)).at(-1)).toMatchObject({ code: 'broadcast-quota-spent' })
  })

  it('it is looked at again when it got another hour', async () => {
    const publication = await addPublication(stage, 'zalo', {
      channel: await addChannel(stage, 'zalo'),
      ...waiting(10),
    })
    await preflight(publication)
    const { actOnPublication } = await import('@/engine/desk/publication/verbs')
    const body = { dueAt: inMinutes(25).toISOString() }
    const actor = { id: 'leader', name: 'Lãnh đạo' }
    await actOnPublication(stage.engine, { id: publication.id, verb: 'reschedule', actor, body })
    expect((await stage.read(publication.id))['preflightAt']).toBeNull()
    expect(await woken('preflight')).toContain(publication.id)
  })
})

describe('Whoever chooses an hour', () => {
  it('is told at once that a broadcast cannot go out then', async () => {
    const { actOnPublication } = await import('@/engine/desk/publication/verbs')
    const actor = { id: 'leader', name: 'Lãnh đạo' }
    const { id } = await addPublication(stage, 'zalo', { item: broadcast, ...waiting(60) })
    const notesAt = async (hour: string) => {
      const day = inMinutes(48 * 60)
        .toISOString()
        .slice(0, 10)
      await actOnPublication(stage.engine, { id, verb: 'reschedule', actor, body: { dueAt: `${day}T${hour}+07:00` } })
      return (await stage.read(id))['preflightProblems']
    }
    expect(await notesAt('22:00:00')).toMatchObject([{ code: 'broadcast-at-night' }])
    expect(await notesAt('05:59:59')).toMatchObject([{ message: expect.stringMatching(/đợi đến 6 giờ sáng/) }])
    expect(await notesAt('21:59:59')).toBeNull()
    expect(await notesAt('06:00:00')).toBeNull()
  })
})
