/**
 * The same item gives the same bytes on every machine: what each platform is sent for the sample content lies beside this
 * file, to be read by a person, and changes only together with a commit that says why (`npx vitest run tests/channels/golden -u`).
 */
import { describe, expect, it } from 'vitest'
import { channels } from '@/channels/registry'
import { sampleItemsFor } from './items'
import { show } from './show'

describe.each(channels.map((channel) => ({ platform: channel.platform, channel })))(
  '$platform',
  ({ platform, channel }) => {
    const rendered = () =>
      sampleItemsFor(channel)
        .map(({ id, item }) => `═══ ${id}\n${show(channel.render(item))}`)
        .join('\n\n')

    it('is sent what lies here to be read', async () => {
      await expect(`${rendered()}\n`).toMatchFileSnapshot(`./${platform}.txt`)
    })

    it('is sent the same whenever it is rendered', () => expect(rendered()).toBe(rendered()))

    it('finds nothing against the sample content', () => {
      const problems = sampleItemsFor(channel).map(({ id, item }) => [id, channel.inspect(channel.render(item))])
      expect(problems.filter(([, found]) => (found as unknown[]).length > 0)).toEqual([])
    })
  },
)
