import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anItem } from '../support/items'
import { hasBrowser, openBrowser, withoutBrowser } from '../support/browser'
import { runSampleSite, type SampleSite } from '../support/sample-site'

const paths = ['/', '/elderly', '/tin/bai-viet', '/tin/video', '/tin/do-hoa', '/tin/cam-nang', '/khong-co-trang-nay']

if (!hasBrowser) process.stdout.write(`tests/browser/site.test.ts ${withoutBrowser}\n`)

describe.skipIf(!hasBrowser)('the public section in a browser', () => {
  let site: SampleSite
  let browser: Browser
  let axe: string
  const complaints: string[] = []

  beforeAll(async () => {
    site = await runSampleSite()
    browser = await openBrowser()
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(path: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: true })
    const page = await context.newPage()
    page.on('console', (message) =>
      message.type() === 'error' ? complaints.push(`${path}: ${message.text()}`) : undefined,
    )
    await page.goto(site.origin + path)
    return page
  }

  it.each(paths)('has no serious accessibility violation on %s', async (path) => {
    const page = await open(path)
    await page.evaluate(axe)
    const results = await page.evaluate<AxeResults>(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })",
    )
    const serious = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(results.passes.length).toBeGreaterThan(10)
  })

  it.each(paths)('fits 360 and 320 pixels, with large letters too, on %s', async (path) => {
    for (const width of [360, 320]) {
      const page = await open(path, width)
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
      await page.getByLabel('Chữ lớn').check()
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
    }
  })

  it('needs no script and asks nobody else for anything', async () => {
    const asked: string[] = []
    const page = await open('/')
    page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).origin}`))
    await page.goto(`${site.origin}/tin/bai-viet`)
    expect(asked.filter((line) => !line.endsWith(site.origin) && !line.includes('null'))).toEqual([])
    expect(asked.filter((line) => line.startsWith('script'))).toEqual([])
    expect(await page.context().cookies()).toEqual([])
  })

  it('shows three entrances first, and their lists behind them', async () => {
    const page = await open('/')
    expect(await page.locator('main .entrance .name').allTextContents()).toEqual([
      'Người cao tuổi',
      'Thanh thiếu niên',
      'Cán bộ, công chức',
    ])
    await page.locator('main .entrance.youth a').click()
    expect(new URL(page.url()).pathname).toBe('/youth')
    expect(await page.locator('main .card h2').allTextContents()).toEqual([
      'Tin nhắn ngân hàng thật hay giả? Bốn chỗ cần nhìn',
    ])
  })

  it('gives the elderly larger letters, and everybody a switch', async () => {
    const sizeOf = (page: Page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
    expect(await sizeOf(await open('/youth'))).toBe(18)
    const page = await open('/elderly')
    expect(await sizeOf(page)).toBe(20)
    await page.getByLabel('Chữ lớn').check()
    expect(await sizeOf(page)).toBe(22)
  })

  it('leads the keyboard past the menu first, and gives every button 44 pixels', async () => {
    const page = await open('/', 360)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bỏ qua, tới nội dung chính')
    const heights = await page
      .locator('header a, header label, .entrance a, footer a')
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  })

  it('shows pictures and a video that can be played, and does not start it', async () => {
    const article = await open('/tin/bai-viet')
    expect(
      await article
        .locator('article img')
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(1200)
    const page = await open('/tin/video')
    const video = page.locator('video')
    const seconds = await video.evaluate(
      (element: HTMLVideoElement) =>
        new Promise<number>((resolve, reject) => {
          element.addEventListener('error', () => reject(new Error(String(element.error?.message))))
          if (element.readyState > 0) resolve(element.duration)
          else element.addEventListener('loadedmetadata', () => resolve(element.duration))
        }),
    )
    expect(seconds).toBeGreaterThan(1)
    expect(await video.evaluate((element: HTMLVideoElement) => element.paused && !element.autoplay)).toBe(true)
    expect(await page.getByText('Bản chép lời').count()).toBe(1)
  })

  it('leads from the contents of a handbook to its chapter', async () => {
    const page = await open('/tin/cam-nang')
    await page.getByRole('navigation', { name: 'Mục lục' }).getByRole('link', { name: 'Cập nhật tự động' }).click()
    const target = decodeURIComponent(new URL(page.url()).hash.slice(1))
    expect(await page.locator(`[id="${target}"]`).textContent()).toBe('Cập nhật tự động')
  })

  it('says that a page was withdrawn, with 410', async () => {
    const item = anItem()
    const path = await site.publish(item)
    await site.site.pages.withdraw(item.publication, new Date())
    const page = await open('/')
    const response = await page.goto(site.origin + path)
    expect(response?.status()).toBe(410)
    expect(await page.locator('h1').textContent()).toBe('Bài này đã được gỡ')
  })

  it('has let the browser complain about nothing but the pages that are not there', () => {
    expect(complaints.filter((line) => !/status of 4(04|10)/.test(line))).toEqual([])
  })
})

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}
