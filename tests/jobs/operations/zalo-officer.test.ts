/** A duty officer on Zalo hears by the OA of their own organization, if they have written to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '@/engine/notify'
import type { ChannelRow } from '@/engine/rows'
import { acts } from '@/sandbox/zalo/acts'
import { openStage, type Stage } from '../../support/engine'
import { addChannel } from '../../support/engine/publication'
import { addOrganization, addPosts, clearPosts } from './situation'

describe('A duty officer on Zalo', () => {
  let stage: Stage
  let oa: ChannelRow
  let officer: string

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    oa = await addChannel(stage, 'zalo', { name: 'OA tỉnh' })
    const { desk } = stage.places.sandbox
    acts['message']?.act(desk, { account: oa.externalId, id: '' }, 'Tôi trực đêm nay')
    officer = desk.records.list<{ id: string; account: string }>('zalo.writers').at(-1)?.id ?? ''
    const contact = { name: 'Trực ban', messenger: 'zalo', address: officer }
    const organization = await addOrganization(stage, 'Công an tỉnh', { dutyContacts: [contact] })
    await addOrganization(stage, 'Cơ quan không có OA', { dutyContacts: [contact] })
    await stage.engine.rows.update('channels', { id: oa.id }, { organization })
    oa = await stage.channel(oa.id)
  })
  afterAll(() => stage?.close())

  const words = () =>
    stage.places.sandbox.desk.entries
      .read({ platform: 'zalo', call: 'oa.tell' })
      .map(({ account, to, text }) => ({ account, to, text: String(text) }))

  async function heldPost(): Promise<() => Promise<void>> {
    const ids = await addPosts(stage, oa, [
      { state: 'held', wakeAt: null, heldBecause: 'late', heldMessage: 'Đã quá giờ.' },
    ])
    await notify(stage.engine)
    return async () => {
      await clearPosts(stage, ids)
      stage.clock.pass(86_400)
      await notify(stage.engine)
    }
  }

  it('hears at once, once, by the organization’s OA', async () => {
    const end = await heldPost()
    expect(words()).toEqual([
      { account: oa.externalId, to: officer, text: expect.stringMatching(/đã quá giờ đăng và chờ quyết định/) },
    ])
    await end()
    expect(words()).toHaveLength(1)
  })

  it('who has not written for a week hears nothing, and the reason is kept', async () => {
    stage.clock.pass(7 * 86_400)
    const before = words().length
    const end = await heldPost()
    expect(words()).toHaveLength(before)
    const told = await stage.engine.rows.find('notifications', { where: { contact: `zalo|${oa.id}|${officer}` } })
    expect(told.map(({ problem }) => problem)).toContainEqual(expect.stringMatching(/chưa tương tác với OA/))
    await end()
  })

  it('is named on the truth page as a way to tell', async () => {
    const { readWaysToTell } = await import('@/engine/notify/people')
    expect(await readWaysToTell(stage.engine)).toEqual(['Zalo'])
    await stage.engine.rows.update('channels', { id: oa.id }, { state: 'attention' })
    expect(await readWaysToTell(stage.engine)).toEqual([])
  })
})
