import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Publication } from '@/engine/rows'
import type { Point } from '@/engine/send/points'
import { openStage, type Stage } from '../../support/engine'
import { platforms, type PlatformName } from '../../support/engine/places'
import { bundle, type Bundles } from '../../support/engine/processes'
import { sentPosts } from '../../support/engine/publication'
import { addToUsedChannel, expectExactlyOnce, recover, startWorker, until } from './worker'

type Publications = Record<PlatformName, Publication>

let stage: Stage
let bundles: Bundles

beforeAll(async () => {
  stage = await openStage(import.meta.url)
  bundles = await bundle(['worker'])
})
afterAll(async () => {
  await bundles?.remove()
  await stage?.close()
})

describe.each<[string, Point, { attempts: number; sends: number }]>([
  ['after it claimed', 'claimed', { attempts: 1, sends: 1 }],
  ['after it wrote down its attempt', 'attempt-written', { attempts: 2, sends: 1 }],
  ['after it armed, before the request', 'armed', { attempts: 2, sends: 2 }],
])('a worker killed %s', (_name, point, { attempts, sends }) => {
  let publications: Publications

  beforeAll(async () => {
    publications = await addAll()
    const worker = await startWorker(bundles, point)
    const isReached = (message: unknown): message is object => typeof message === 'object' && message !== null
    for (const platform of platforms) expect(await worker.message(isReached), platform).toEqual({ reached: point })
    await worker.kill()
    for (const platform of platforms) expect((await stage.read(publications[platform].id)).state).toBe('sending')
    await recover(stage, bundles)
  }, 300_000)

  it.each(platforms)('leaves exactly one post on %s', async (platform) => {
    const live = await expectExactlyOnce(stage, publications[platform])
    expect({ attempts: (await stage.attempts(live.id)).length, sends: live.sends }).toEqual({ attempts, sends })
  })
})

describe('a worker killed after the platform took the post, before the answer came', () => {
  let publications: Publications

  beforeAll(async () => {
    publications = await addAll()
    for (const platform of platforms) stage.places[platform].fault('accept-then-hang')
    const worker = await startWorker(bundles)
    const isTaken = async (platform: PlatformName) => (await sentPosts(stage, publications[platform])) === 1
    await until(worker, async () => (await Promise.all(platforms.map(isTaken))).every(Boolean))
    await worker.kill()
    for (const platform of platforms) {
      stage.places[platform].heal()
      expect((await stage.read(publications[platform].id)).state).toBe('sending')
    }
    await recover(stage, bundles)
  }, 300_000)

  it.each(platforms)('leaves exactly one post on %s', async (platform) => {
    const live = await expectExactlyOnce(stage, publications[platform])
    expect({ attempts: (await stage.attempts(live.id)).length, sends: live.sends }).toEqual({ attempts: 1, sends: 1 })
  })
})

async function addAll(): Promise<Publications> {
  const pairs: [PlatformName, Publication][] = []
  for (const platform of platforms) pairs.push([platform, await addToUsedChannel(stage, platform)])
  return Object.fromEntries(pairs) as Publications
}
