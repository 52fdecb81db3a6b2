/** What every driver must do, proven against a running platform. A driver's own test file is one call of this. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARMED, type Channel, type Draft, type Item, type Reading } from '@/channels/contract'
import type { Lookalike } from '@/sandbox/contract'
import type { SampleFiles } from '../support/items'
import { deadAddress, runLookalike, type RunningPlatform } from '../support/platforms'
import { openBench, type Bench } from './bench'
import { failsHonestly } from './failsHonestly'
import { keepsItsConnection } from './keepsItsConnection'
import { staysPure } from './staysPure'
import { survivesInterruptions } from './survivesInterruptions'
import { takesNoForAnAnswer } from './takesNoForAnAnswer'

export type MakeItem = (files: SampleFiles) => Item

export type ChannelUnderTest<Post> = {
  channel: Channel<Post>
  /** The look-alike to start, or a function that starts something else. */
  platform: Lookalike | (() => Promise<RunningPlatform>)
  /** The usual item; made anew for every test with `anItem({ … })`, so that each has its own link. */
  sampleItem: MakeItem
  /** Further shapes that the driver publishes in a different way, by name: `'một ảnh': (files) => anItem({ media: [files.photo] })`. */
  shapes?: Record<string, MakeItem>
  /** The same draft as the platform's own validation refuses it. */
  refused(draft: Draft<Post>): Draft<Post>
  /** What the look-alike's `nameCall` says for the request that cannot be taken back; a platform of the test's own that names it can be broken too. */
  sendCall?: string
  /** Texts that the log must hold to the byte; the draft's own text when left out. */
  textsInLog?(draft: ReturnType<Channel<Post>['render']>): string[]
  /** True for a platform that cannot be searched. */
  cannotFind?: boolean
  /** Why the interruptions of a send are proven elsewhere. */
  withoutInterruptions?: string
}

export function behavesLikeAChannel<Post>(subject: ChannelUnderTest<Post>): void {
  describe(`${subject.channel.platform} behaves like a channel`, () => {
    const { channel } = subject
    const make = subject.sampleItem
    const canBreak = typeof subject.platform !== 'function' || subject.sendCall !== undefined
    let bench: Bench<Post>

    beforeAll(async () => {
      const platform =
        typeof subject.platform === 'function' ? await subject.platform() : await runLookalike(subject.platform)
      bench = await openBench(channel, platform)
    })
    afterEach(() => bench.platform.heal?.())
    afterAll(() => bench?.platform.close())

    staysPure(subject, () => bench)

    it.each(Object.entries({ 'the usual item': make, ...subject.shapes }))(
      'publishes %s exactly once',
      async (_name, makeShape) => {
        const item = makeShape(bench.files)
        const draft = bench.draft(item)
        const published = await bench.publish(draft)
        expect(await bench.platform.visible(item.link)).toBe(1)
        const texts = await bench.platform.texts()
        for (const text of subject.textsInLog?.(draft) ?? [draft.text])
          expect(texts.filter((taken) => taken === text)).toHaveLength(1)
        expect(published.url).toMatch(/^https?:\/\//)
        expect(published.remoteId).not.toBe('')
      },
    )

    it('arms durably before anything can be seen', async () => {
      const item = make(bench.files)
      const before = (await bench.platform.texts()).length
      const recorded = bench.record()
      await bench.publish(bench.draft(item), recorded)
      expect(recorded.checkpoints.map(({ step }) => step)).toContain(ARMED)
      expect(recorded.textsWhenArmed[0]).toBe(before)
      expect(await bench.platform.visible(item.link)).toBe(1)
    })

    it('sends nothing once the lease is lost', async () => {
      const item = make(bench.files)
      const leaseLost = new Error('the lease is lost')
      const thrown = await bench.failToPublish(bench.draft(item), bench.record({ leaseLost }))
      expect(thrown).toBe(leaseLost)
      expect(await bench.platform.visible(item.link)).toBe(0)
    })

    it.runIf(Object.keys(channel.addresses).length > 0)('calls a platform that is not there unavailable', async () => {
      const nowhere = await deadAddress()
      const addresses = Object.fromEntries(Object.keys(channel.addresses).map((name) => [name, nowhere]))
      const failure = await bench.failToPublish(bench.draft(make(bench.files)), bench.record({ addresses }))
      expect(failure).toMatchObject({ name: 'ChannelError', kind: 'unavailable' })
    })

    it('proves that what was never sent is absent', async () => {
      await bench.publish(bench.draft(make(bench.files)))
      const found = await bench.find(bench.draft(make(bench.files)), bench.record())
      expect(found).toBe(subject.cannotFind ? 'cannot-tell' : 'absent')
    })

    it.runIf(channel.withdraw)('withdraws, and withdraws again without an error', async () => {
      const item = make(bench.files)
      const live = bench.live(item, await bench.publish(bench.draft(item)))
      await channel.withdraw?.(live, bench.record().call)
      expect(await bench.platform.visible(item.link)).toBe(0)
      await channel.withdraw?.(live, bench.record().call)
      const readings = await channel.measure([live], bench.record().call)
      for (const reading of readings) expect(reading).toMatchObject({ value: null })
    })

    it.runIf(channel.update)(
      'changes what is live to the words of a new draft, and repeats it without harm',
      async () => {
        const item = make(bench.files)
        const live = bench.live(item, await bench.publish(bench.draft(item)))
        const said = (await bench.platform.texts()).length
        const corrected = bench.draft({
          ...item,
          title: 'Đính chính: cuộc gọi giả danh',
          lead: 'Bản đã sửa theo góp ý.',
        })
        await channel.update?.(live, corrected, bench.record().call)
        await channel.update?.(live, corrected, bench.record().call)
        expect(await bench.platform.visible(item.link)).toBe(1)
        expect((await bench.platform.texts()).slice(said).join('\n')).toContain('Đính chính')
      },
    )

    it('measures every post, with a reason where there is no number', async () => {
      const items = [make(bench.files), make(bench.files)]
      const posts: ReturnType<Bench<Post>['live']>[] = []
      for (const item of items) posts.push(bench.live(item, await bench.publish(bench.draft(item))))
      const readings = await channel.measure(posts, bench.record().call)
      for (const { publication } of items) {
        const own = readings.filter((reading) => reading.publication === publication)
        expect(own.length).toBeGreaterThan(0)
        expect(new Set(own.map(({ metric }) => metric)).size).toBe(own.length)
      }
      readings.forEach(expectHonest)
    })

    it.runIf(channel.withdraw)(
      'measures what is up beside what is gone, a hole for one being none for the other',
      async () => {
        const [gone, up] = [make(bench.files), make(bench.files)]
        const goneLive = bench.live(gone, await bench.publish(bench.draft(gone)))
        const upLive = bench.live(up, await bench.publish(bench.draft(up)))
        await channel.withdraw?.(goneLive, bench.record().call)
        const alone = await channel.measure([upLive], bench.record().call)
        const together = await channel.measure([goneLive, upLive], bench.record().call)
        const holes = (readings: Reading[]) =>
          readings.filter(({ publication, value }) => publication === up.publication && value === null).length
        expect(together.filter(({ publication }) => publication === up.publication)).toHaveLength(alone.length)
        expect(holes(together)).toBe(holes(alone))
        const lost = together.filter(({ publication }) => publication === gone.publication)
        expect(lost.map(({ value }) => value)).toEqual(lost.map(() => null))
        lost.forEach(expectHonest)
      },
    )

    it('measures its audience', async () => {
      const readings = await channel.audience(bench.record().call)
      for (const reading of readings) expect(reading.publication).toBeNull()
      readings.forEach(expectHonest)
    })

    it('knows who it is', async () => {
      const health = await channel.check(bench.record().call)
      expect(health.identity.length).toBeGreaterThan(0)
      expect(Array.isArray(health.scopes)).toBe(true)
    })

    // Switched on by the presence of fault switches: our own section proves the same in its own file.
    if (canBreak) failsHonestly(subject, () => bench)
    takesNoForAnAnswer(subject, () => bench)
    survivesInterruptions(subject, () => bench)
    keepsItsConnection(subject, () => bench)

    it('has let no secret out in all of this', () => {
      const secrets = Object.values(bench.platform.credentials).filter(
        (value) => value.length >= 8 && value !== bench.platform.account,
      )
      const said = bench.everythingSaid()
      for (const secret of secrets) expect(said.filter((line) => line.includes(secret))).toEqual([])
    })
  })
}

/** A number only where there is one; 0 is a number that somebody counted. */
function expectHonest(reading: Reading): void {
  expect(reading.definition).not.toBe('')
  expect(reading.apiVersion).not.toBe('')
  if (reading.value === null) expect(reading.because.length).toBeGreaterThan(0)
  else expect(Number.isInteger(reading.value) && reading.value >= 0).toBe(true)
}
