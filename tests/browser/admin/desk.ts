/** The whole system in training mode, as `npm start` runs it, and people of the newsroom in front of their browsers. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { ensureBuilt } from '@/platform/launch/build.mjs'
import { startTraining } from '@/platform/launch/run/training.mjs'
import { waitFor } from '@/platform/launch/run/wait.mjs'
import { openBrowser } from '../../support/browser'
import { stack } from '../../support/services'

export type Desk = {
  origin: string
  /** A page in which the person with this role has signed in, with everything its browser complained about. */
  seat(role: string, options?: BrowserContextOptions): Promise<Seat>
  leaveSeats(): Promise<void>
  close(): Promise<void>
}

export type Document = {
  id: string
  title: string
  body: unknown
  cover: string
  organization: string
  audiences: string[]
  topics: string[]
}

export type Seat = {
  page: Page
  complaints: string[]
  open(path: string): Promise<void>
  /** Our REST interface, as the signed-in browser calls it. */
  ask<Answer>(path: string, body?: object): Promise<Answer>
}

const PASSWORD = 'taphuan-2026'

/** Everything that was seeded is live when it opens; the web is built first when its sources have changed. */
export async function openDesk(): Promise<Desk> {
  await ensureBuilt()
  const directory = mkdtempSync(join(tmpdir(), 'lan-toa-admin-'))
  chmodSync(directory, 0o755) // PostgreSQL runs as another user when we are root
  let stop = async () => {}
  const keepStop = (given: () => Promise<void>) => {
    stop = given
  }
  const onUnexpectedExit = (sentence: string) => {
    throw new Error(sentence)
  }
  // Two runs on one machine look for free ports at the same moment: each begins at its own.
  const port = 20_000 + (process.pid % 5_000) * 2
  const options = { directory, stack, port, sandboxPort: port + 1, isThrowaway: true, onUnexpectedExit } as const
  const { origin } = await startTraining(options, keepStop).catch(async (cause: unknown) => {
    await stop()
    throw cause
  })
  const browser = await openBrowser()
  const seat: Desk['seat'] = (role, context = {}) => takeSeat({ browser, origin, role, context })
  await waitUntilLive(await seat('leader'))
  return {
    origin,
    seat,
    async leaveSeats() {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    async close() {
      await browser.close()
      await stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function waitUntilLive({ ask }: Seat): Promise<void> {
  const path = '/publications?where[state][not_equals]=published&depth=0&limit=1'
  let waiting: unknown
  await waitFor({
    seconds: 120,
    every: 1_000,
    sentence: () => `not everything that was seeded went live: ${JSON.stringify(waiting)}`,
    ask: async () => {
      const { totalDocs, docs } = await ask<{ totalDocs: number; docs: unknown[] }>(path)
      waiting = docs
      return totalDocs === 0
    },
  })
}

type Place = { browser: Browser; origin: string; role: string; context: BrowserContextOptions }

async function takeSeat({ browser, origin, role, context }: Place): Promise<Seat> {
  const locale = { locale: 'vi-VN', timezoneId: 'UTC', viewport: { width: 1280, height: 900 } }
  const opened = await browser.newContext({ ...locale, ...context })
  const page = await opened.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${origin}/admin/login`)
  await page.locator('#field-email').fill(`${role}@taphuan.vn`)
  await page.locator('#field-password').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/login'))
  return {
    page,
    complaints,
    open: async (path) => void (await page.goto(origin + path)),
    ask: (path, body) => page.evaluate(callFromPage, { path: `/api${path}`, body }) as Promise<never>,
  }
}

async function callFromPage({ path, body }: { path: string; body: object | undefined }): Promise<unknown> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(path, body ? post : {})
  return answer.json()
}
