import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, withoutBrowser } from '../support/browser'
import { type Desk, type Document, openDesk } from './admin/desk'
import { testVerbs } from './admin/verbs'

if (!hasBrowser) process.stdout.write(`tests/browser/admin.test.ts ${withoutBrowser}\n`)

describe.skipIf(!hasBrowser)('the admin in a browser', { timeout: 180_000 }, () => {
  let desk: Desk
  let axe: string

  beforeAll(async () => {
    desk = await openDesk()
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  }, 900_000)
  afterEach(() => desk.leaveSeats())
  afterAll(() => desk?.close(), 60_000)

  it('says on every page that this is training', async () => {
    const { page, open } = await desk.seat('leader')
    for (const path of ['/admin', '/admin/collections/articles', '/admin/collections/publications']) {
      await open(path)
      await page.getByText('Chế độ tập huấn').waitFor()
    }
  })

  it('shows in the list of content where each item is live, in words and with a link', async () => {
    const { page, open } = await desk.seat('reporter')
    await open('/admin/collections/articles')
    const places = page.locator('.desk-places').first()
    await places.waitFor()
    const texts = (await places.locator('li').allTextContents()).map((text) => text.replace('✓ ', '').trim())
    expect(texts.length).toBeGreaterThanOrEqual(3)
    expect(texts.filter((text) => !text.endsWith('Đã đăng'))).toEqual([])
    const link = places.getByRole('link').first()
    expect((await page.request.get(String(await link.getAttribute('href')))).status()).toBe(200)
  })

  it('shows on the plan how its quotas stand', async () => {
    const { page, open, ask } = await desk.seat('planner')
    const { docs } = await ask<{ docs: { id: string }[] }>('/plans?limit=1')
    await open(`/admin/collections/plans/${docs[0]?.id}`)
    await page.getByText(/^[!✓] Định mức 2 bài\/tháng cho người cao tuổi: đã đăng \d+, đã hẹn \d+/).waitFor()
  })

  it('says on every page who paused everything, and why', async () => {
    const { page, open, ask } = await desk.seat('quantri')
    await ask('/pause', { because: 'Diễn tập sự cố' })
    await open('/admin')
    expect(await page.getByRole('status').filter({ hasText: 'Đang tạm dừng' }).textContent()).toMatch(
      /Diễn tập sự cố \(Quản trị hệ thống, \d\d:\d\d /,
    )
    await ask('/resume', {})
  })

  it('fits 360 pixels, tables as cards', async () => {
    const { page, open, ask } = await desk.seat('leader', { viewport: { width: 360, height: 800 } })
    const { docs } = await ask<{ docs: Document[] }>('/articles?limit=1&depth=0')
    for (const path of ['/articles', `/articles/${docs[0]?.id}`, '/publications']) {
      await open(`/admin/collections${path}`)
      const verbs = page.locator('.desk-places, .desk-table .desk-verbs button, .cell-verbs button').first()
      await verbs.waitFor()
      // The lines become cards when their own code has run, which may be a moment after they are there.
      await expect
        .poll(async () => verbs.boundingBox().then((box) => Number(box?.x) + Number(box?.width)), { timeout: 15_000 })
        .toBeLessThanOrEqual(360)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    }
  })

  it('speaks English to a browser that asks for it', async () => {
    const { page, open } = await desk.seat('leader', { locale: 'en-GB' })
    await open('/admin/collections/articles')
    await page.getByText('Training mode').waitFor()
    expect(await page.locator('.desk-places li').first().textContent()).toContain('Published')
  })

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility violation in its own parts, in %s',
    async (colorScheme) => {
      const { page, open, ask } = await desk.seat('leader', { colorScheme })
      const { docs } = await ask<{ docs: Document[] }>('/articles?limit=1&depth=0')
      const plans = await ask<{ docs: { id: string }[] }>('/plans?limit=1')
      for (const [path, part] of [
        ['/articles', '.desk-places'],
        [`/articles/${docs[0]?.id}`, '.desk-table'],
        ['/publications', '.desk-verbs'],
        [`/plans/${plans.docs[0]?.id}`, '.desk-standings li'],
      ]) {
        await open(`/admin/collections${path}`)
        await page.locator(String(part)).first().waitFor()
        expect(await violationsIn(page)).toEqual([])
      }
    },
  )

  testVerbs(() => desk)

  async function violationsIn(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    const parts = "['.desk-banner', '.desk-panel', '.desk-places', '.desk-verbs', '.desk-link']"
    const own = `{ include: ${parts}.filter((part) => document.querySelector(part)).map((part) => [part]) }`
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run(${own}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })`,
    )
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
  }
})
