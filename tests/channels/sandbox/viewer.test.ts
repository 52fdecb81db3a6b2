/** The pages for people: what they show, that they are sound, that they run nothing of what is posted. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookalikes } from '@/sandbox'
import type { Lookalike, PublicAct } from '@/sandbox/contract'
import { startSandbox, type Sandbox } from '@/sandbox/server'
import { hasBrowser, openBrowser, withoutBrowser } from '../../support/browser'
import { postsOf } from './posts'

const pages = ['/', '/_switches', '/_training', '/_journal', '/_check']
const walls = lookalikes.map(({ platform }) => `/_wall/${platform}`)

let sandbox: Sandbox
let turned: string[]
const read = async (path: string) => (await fetch(sandbox.origin + path)).text()

beforeAll(async () => {
  turned = []
  const act = (label: string): PublicAct => ({
    label,
    act: (_desk, { id }, text) => void turned.push(`${label} ${id} ${text}`),
  })
  const dressed = (one: Lookalike): Lookalike => ({
    ...one,
    wall: () => postsOf(one.platform),
    acts: { react: act('Thích'), comment: act('Bình luận'), vote: act('Bình chọn') },
  })
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-viewer-'))
  sandbox = await startSandbox({ lookalikes: lookalikes.map(dressed), directory, port: 0 })
  sandbox.desk.faults.add({ platform: 'zalo', call: 'article.create', fault: 'hang', times: 2 })
  sandbox.desk.faults.add({
    platform: 'facebook',
    call: '*',
    fault: 'slow',
    seconds: 20,
    times: null,
    probability: 0.2,
    seed: '7',
  })
  sandbox.desk.log({
    platform: 'zalo',
    call: 'article.create',
    account: '1',
    id: 'b1',
    text: '<script>alert(1)</script>',
  })
})
afterAll(() => sandbox.close())

describe('the viewer', () => {
  it('has a wall for each of the four platforms, and none for what it does not know', async () => {
    const home = await read('/')
    for (const { platform } of lookalikes) expect(home).toContain(`class="wall ${platform}"`)
    expect(lookalikes).toHaveLength(4)
    expect((await fetch(`${sandbox.origin}/_wall/myspace`)).status).toBe(404)
  })

  it.each(walls)('shows text, pictures, player, numbers, comments and the hour in Viet Nam on %s', async (path) => {
    const wall = await read(path)
    expect(wall).toContain('Một &amp; hai')
    expect(wall).toContain('<a href="https://lantoa.example/l/abc">')
    expect(wall).toContain('src="/_files/b"')
    expect(wall).toMatch(/<video controls[^>]* poster="\/_files\/a"/)
    expect(wall).toContain('1.234')
    expect(wall).toContain('12:00 22/11/2026')
    expect(wall).toContain('Cảm ơn công an xã')
  })

  it('shows what each platform alone has', async () => {
    expect(await read('/_wall/facebook')).toContain('Đã chỉnh sửa')
    expect(await read('/_wall/zalo')).toContain('Official Account')
    expect(await read('/_wall/youtube')).toContain('<span class="duration">1:15</span>')
    const telegram = await read('/_wall/telegram')
    for (const words of ['Tin đã ghim', '75%', '4</span> phiếu', '👍 <span', 'so-tay.pdf'])
      expect(telegram).toContain(words)
  })

  it('puts the newest first and says what was taken down or is still hidden', async () => {
    const wall = await read('/_wall/facebook')
    expect(wall.indexOf('id="facebook-2"')).toBeLessThan(wall.indexOf('id="facebook-1"'))
    expect(wall.match(/Đã gỡ: người dân không còn thấy/g)).toHaveLength(1)
    expect(wall.match(/Đang ẩn: người dân chưa thấy/g)).toHaveLength(1)
  })

  it('offers one account alone where there are several', async () => {
    const wall = await read('/_wall/telegram?account=-200')
    expect(wall).toContain('Xã Đăk Hà')
    expect(wall).not.toContain('id="telegram-1"')
  })

  it('has a button for what the public may do, and does it without a script', async () => {
    const wall = await read('/_wall/telegram')
    expect(wall).toContain('<select name="text"><option value="Rồi">')
    const fields = {
      platform: 'telegram',
      account: '-100',
      id: 'telegram-1',
      act: 'comment',
      text: 'Hay',
      back: '/_wall/telegram#telegram-1',
    }
    const answer = await fetch(`${sandbox.origin}/_act`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/_wall/telegram#telegram-1'])
    expect(turned).toEqual(['Bình luận telegram-1 Hay'])
  })

  it('shows the faults that wait, in words', async () => {
    const switches = await read('/_switches')
    expect(switches).toContain('Zalo, lời gọi article.create: Im lặng (chưa làm gì, không trả lời), còn 2 lần')
    expect(switches).toContain(
      'Facebook, mọi lời gọi: Trả lời rất chậm (việc vẫn xong) 20 giây, khoảng 20% số lần (dãy số 7), cho tới khi tắt',
    )
    expect(switches).toContain('Facebook bận: 3 lần tới trả lời chậm 20 giây')
  })

  it('has five exercises, each with what must be seen', async () => {
    const training = await read('/_training')
    expect(training.match(/Học viên phải thấy/g)).toHaveLength(5)
    expect(training.match(/Bắt đầu bài \d/g)).toHaveLength(5)
  })

  it('gives a person a page to copy an account from', async () => {
    const body = new URLSearchParams({ platform: 'facebook', name: 'Xã Đăk Hà' })
    const opened = await (await fetch(`${sandbox.origin}/_open`, { method: 'POST', body })).text()
    expect(opened).toContain('Chép vào mục Kênh')
    expect(opened).toContain('pageToken')
  })

  it.each([...pages, ...walls])('runs nothing that a post contains, on %s', async (path) => {
    const answer = await fetch(sandbox.origin + path)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await answer.text()).not.toContain('<script')
  })

  it.each([...pages, ...walls])('is valid HTML: %s', async (path) => {
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'valid-id': 'off', 'no-inline-style': 'off' },
    }).validateString(await read(path))
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
    ).toEqual([])
  })
})

describe.skipIf(!hasBrowser)(`in a browser${hasBrowser ? '' : ` (${withoutBrowser})`}`, () => {
  it('has no serious finding of axe and fits 360 px and a zoom of 200 %', async () => {
    const browser = await openBrowser()
    const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8')
    const findings: string[] = []
    for (const width of [360, 640]) {
      const page = await (await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })).newPage()
      for (const path of [...pages, ...walls]) {
        await page.goto(sandbox.origin + path)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        findings.push(...(over > 0 ? [`${path} at ${width} px is ${over} px too wide`] : []))
        await page.addScriptTag({ content: axe })
        findings.push(...(await page.evaluate(findSerious)).map((finding) => `${path} at ${width} px: ${finding}`))
      }
    }
    await browser.close()
    expect(findings).toEqual([])
  })
})

/** Runs inside the page. */
async function findSerious(): Promise<string[]> {
  type Violation = { id: string; impact: string; nodes: { html: string }[] }
  const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
  const { violations } = await axe.run()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)
}
