import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookalikes } from '@/sandbox'
import type { Lookalike, WallPost } from '@/sandbox/contract'
import { startSandbox, type Sandbox } from '@/sandbox/server'

const post = (over: Partial<WallPost>): WallPost => ({
  id: 'bai-1',
  platform: 'telegram',
  account: '-100',
  title: 'Cảnh giác <script>alert(1)</script>',
  text: 'Một & hai\nhttps://lantoa.example/l/abc',
  pictures: ['/_files/a'],
  video: null,
  link: null,
  at: '2026-11-22T05:00:00Z',
  counters: { views: 1234 },
  state: 'visible',
  ...over,
})
const posts = [post({}), post({ id: 'bai-2', at: '2026-11-22T06:00:00Z', video: '/_files/b', state: 'removed' })]

describe('the viewer', () => {
  let sandbox: Sandbox
  let home: string

  beforeAll(async () => {
    const withPosts = (lookalike: Lookalike): Lookalike => ({ ...lookalike, wall: () => posts })
    const directory = await mkdtemp(join(tmpdir(), 'lan-toa-viewer-'))
    sandbox = await startSandbox({
      lookalikes: lookalikes.map((one) => (one.platform === 'telegram' ? withPosts(one) : one)),
      directory,
      port: 0,
    })
    sandbox.desk.faults.add({ platform: 'zalo', call: 'article.create', fault: 'hang', times: 2 })
    home = await (await fetch(sandbox.origin)).text()
  })
  afterAll(() => sandbox.close())

  it('has a wall for each of the four platforms', () => {
    for (const { platform } of lookalikes) expect(home).toContain(`class="wall ${platform}"`)
    expect(lookalikes).toHaveLength(4)
  })

  it('shows text, picture, player, counters, and the hour in Viet Nam', () => {
    expect(home).toContain('Một &amp; hai\n<a href="https://lantoa.example/l/abc">')
    expect(home).toContain('<img loading="lazy" src="/_files/a"')
    expect(home).toMatch(/<video controls[^>]* src="\/_files\/b" poster="\/_files\/a"/)
    expect(home).toContain('1.234 lượt xem')
    expect(home).toContain('12:00:00')
  })

  it('puts the newest first and says what was taken down', () => {
    expect(home.indexOf('id="bai-2"')).toBeLessThan(home.indexOf('id="bai-1"'))
    expect(home.match(/Đã gỡ/g)).toHaveLength(1)
  })

  it('runs nothing that a post contains', () => {
    expect(home).not.toContain('<script')
  })

  it('shows the faults that wait', () => {
    expect(home).toContain('zalo · article.create: Treo (chưa làm gì, không trả lời), còn 2 lần')
  })

  it('is valid HTML', async () => {
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'valid-id': 'off', 'no-inline-style': 'off' },
    }).validateString(home)
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  })

  it('has a page for each wall, and none for what it does not know', async () => {
    expect((await fetch(`${sandbox.origin}/_wall/zalo`)).status).toBe(200)
    expect((await fetch(`${sandbox.origin}/_wall/myspace`)).status).toBe(404)
  })
})
