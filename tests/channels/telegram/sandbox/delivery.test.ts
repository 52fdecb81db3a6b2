/** How the look-alike delivers: again until somebody takes it, twice when it is told to, under the same number. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookalike } from '@/sandbox/telegram'
import { openListener, type Listener } from '../listener'
import { anOwnItem } from '../shapes'

let listener: Listener

beforeEach(async () => {
  listener = await openListener('bi-mat_cua-chung-toi')
})
afterEach(() => listener.close())

function react(): void {
  const { account, desk } = listener.platform
  lookalike.acts?.['react']?.act(desk, { account, id: `${account}/2` }, '')
}

describe('the delivery', () => {
  it('is tried again until it is answered with 2xx, with the same key', async () => {
    listener.platform.knob?.('webhookPauseMilliseconds', 5)
    listener.statuses.push(500, 302)
    await listener.bench.publish(listener.bench.draft(anOwnItem()))
    react()
    const all = await listener.notices()
    expect(all).toHaveLength(3)
    expect(new Set(all.map(({ key }) => key)).size).toBe(1)
  })

  it('may come twice, with the same key', async () => {
    listener.platform.knob?.('webhookTwice', 1)
    await listener.bench.publish(listener.bench.draft(anOwnItem()))
    react()
    const all = await listener.notices()
    expect(all).toHaveLength(2)
    expect(new Set(all.map(({ key }) => key)).size).toBe(1)
  })
})
