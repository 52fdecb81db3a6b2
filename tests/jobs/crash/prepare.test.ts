import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Publication } from '@/engine/rows'
import { openStage, type Stage } from '../../support/engine'
import type { PlatformName } from '../../support/engine/places'
import { bundle, type Bundles } from '../../support/engine/processes'
import type { Wanted } from '../../support/engine/publication'
import { addToUsedChannel, expectExactlyOnce, recover, startWorker, until } from './worker'

type Step = { platform: PlatformName; call: string; wanted(stage: Stage): Wanted }

const long = 'Bà con không chuyển tiền cho người lạ và báo ngay cho công an xã. '.repeat(30)

/** What a platform has taken already when the worker dies, and nobody sees yet, or sees only half of. */
const steps: Record<string, Step> = {
  'its picture': {
    platform: 'facebook',
    call: 'photos.create',
    wanted: ({ media }) => ({ item: { media: [media.photo] } }),
  },
  'its hidden article': { platform: 'zalo', call: 'article.create', wanted: () => ({}) },
  'the start of its upload': { platform: 'youtube', call: 'videos.insert.start', wanted: () => ({}) },
  'the first of two messages': {
    platform: 'telegram',
    call: 'sendPhoto',
    wanted: ({ media }) => ({
      item: { media: [media.photo], variant: { title: '', text: `${long}\n{link}`, options: {} } },
    }),
  },
}

describe('a worker killed when the platform had taken', () => {
  let stage: Stage
  let bundles: Bundles
  const publications = new Map<string, Publication>()

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    bundles = await bundle(['worker'])
    for (const [name, { platform, wanted }] of Object.entries(steps))
      publications.set(name, await addToUsedChannel(stage, platform, wanted(stage)))
    for (const { platform, call } of Object.values(steps)) stage.places[platform].fault('accept-then-hang', call)
    const { faults } = stage.places.sandbox.desk
    const worker = await startWorker(bundles)
    await until(worker, () => faults.list().length === 0)
    await worker.kill()
    for (const { id } of publications.values()) expect((await stage.read(id)).state).toBe('sending')
    await recover(stage, bundles)
  }, 300_000)
  afterAll(async () => {
    await bundles?.remove()
    await stage?.close()
  })

  it.each(Object.keys(steps))('%s leaves exactly one whole post', async (name) => {
    const publication = publications.get(name)
    if (!publication) throw new Error('not published')
    await expectExactlyOnce(stage, publication)
    expect(await stage.attempts(publication.id)).toHaveLength(2)
  })

  it('the first of two messages does not leave that message twice', () => {
    const photos = stage.places.sandbox.desk.entries
      .read({ platform: 'telegram' })
      .filter(({ call }) => call === 'sendPhoto')
    expect(photos).toHaveLength(1)
  })

  it('its hidden article does not leave a second hidden one', async () => {
    const { listArticles } = await import('@/sandbox/zalo/state')
    const channel = await stage.channel(publications.get('its hidden article')?.channel ?? '')
    expect(listArticles(stage.places.sandbox.desk, channel.externalId)).toHaveLength(2)
  })
})
