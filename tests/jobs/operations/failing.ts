/** One platform that fails as long as a test wants it to, and the channels on it. */
import { ChannelError } from '@/channels/contract'
import type { Engine } from '@/engine'
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Fault } from '@/sandbox/contract'
import { addPublication, type Wanted } from '../../support/engine/publication'
import type { Stage } from '../../support/engine'
import { findWakes, runJob } from '../../support/engine/rest'
import { deadAddress } from '../../support/platforms'
import { times } from './situation'

export const unanswered = new ChannelError('unavailable', 'Không liên lạc được.', { code: 'no-answer' })

export type Failing = ReturnType<typeof failingOn>

export function failingOn(stage: Stage) {
  const { rows } = stage.engine
  const walk = (channel: ChannelRow, engine: Engine = stage.engine) =>
    runJob({ ...stage, engine }, 'publish', { channel: channel.id })
  const cutOff = async () => void (process.env['TELEGRAM_API_URL'] = await deadAddress())
  const heal = () => {
    stage.places.telegram.heal()
    Object.assign(process.env, stage.places.addresses)
  }
  return {
    walk,
    cutOff,
    heal,
    /** Every post from now on. */
    spoil: (fault: Fault) =>
      stage.places.sandbox.desk.faults.add({ platform: 'telegram', call: 'sendMessage', fault, times: null }),
    check: (channel: ChannelRow) => runJob(stage, 'check-channels', { channel: channel.id }),
    isProbed: async ({ id }: ChannelRow) =>
      (await findWakes(stage)).some(
        ({ job, input }) => job === 'check-channels' && (input as { channel?: string }).channel === id,
      ),
    /** How often it was left alone. */
    breaks: ({ id }: ChannelRow) => rows.count('audit', { subject: `channels:${id}`, action: 'channel-broken' }),
    /** Due a moment ago, in this order. */
    async dueMany(channel: ChannelRow, count: number, wanted: Wanted = {}): Promise<Publication[]> {
      const publications: Publication[] = []
      for (const secondsAgo of times(count, (index) => count - index)) {
        const dueAt = new Date(stage.clock.now().getTime() - secondsAgo * 1000)
        publications.push(await addPublication(stage, 'telegram', { ...wanted, channel, over: { dueAt } }))
      }
      return publications
    },
    statesOf: (publications: readonly Publication[]) =>
      Promise.all(publications.map(async ({ id }) => (await stage.read(id)).state)),
    /** Five of its posts meet no platform. */
    async breakChannel(channel: ChannelRow): Promise<void> {
      await cutOff()
      for (let turn = 0; turn < 5; turn += 1) await walk(channel)
      heal()
    },
    async passTo(hour: Date | null | undefined): Promise<number> {
      const seconds = ((hour?.getTime() ?? 0) - stage.clock.now().getTime()) / 1000
      stage.clock.pass(Math.max(0, seconds))
      return seconds
    },
  }
}

/** What only the platform itself refuses. */
export function unclosed(draft: { post: Record<string, unknown> }): void {
  const [part] = draft.post['parts'] as { html: string }[]
  if (part) part.html += '<b>'
}
