/** Webhooks from a look-alike to us: never lost, repeated as the platforms repeat them, spoiled on demand. */
import { createServer, type Server } from 'node:http'
import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk, type SandboxDesk } from '@/sandbox/desk'

let directory: string
let desk: SandboxDesk
let server: Server
let url: string
let statuses: number[]
let heard: string[]
let headers: (string | undefined)[]

const noon = new Date('2026-11-26T05:00:00Z')
const open = () => openDesk(directory, () => noon)
const pass = (seconds: number) => desk.clock.move(desk.clock.offsetSeconds() + seconds)
const send = (body: string, over = {}) =>
  desk.deliver({ platform: 'one', url, headers: { 'x-signature': `s-${body}` }, body, ...over })
const tries = () => desk.entries.read({ call: 'webhook' }).map(({ status }) => status)

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'lan-toa-deliveries-'))
  ;[statuses, heard, headers] = [[], [], []]
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      heard.push(body)
      headers.push(request.headers['num_retry'] as string | undefined)
      response.writeHead(statuses.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  desk = open()
})
afterEach(async () => {
  desk.deliveries.stop()
  await new Promise((resolve) => server.close(resolve))
})

describe('a webhook', () => {
  it('arrives in order, each once, and each try is in the log', async () => {
    for (const body of ['a', 'b', 'c']) send(body)
    await desk.deliveries.settled()
    expect(heard).toEqual(['a', 'b', 'c'])
    expect(tries()).toEqual([200, 200, 200])
    expect(desk.deliveries.waiting()).toEqual([])
  })

  it('is sent again after the platform’s own pauses, by its clock, and counts its tries in the header', async () => {
    statuses = [500, 302]
    send('a', { pauses: [30, 300], retryHeader: 'num_retry' })
    await desk.deliveries.settled()
    pass(29)
    await desk.deliveries.settled()
    expect(heard).toHaveLength(1)
    pass(1)
    await desk.deliveries.settled()
    pass(300)
    await desk.deliveries.settled()
    expect(tries()).toEqual([500, 302, 200])
    expect(headers).toEqual([undefined, '1', '2'])
  })

  it('is given up after the last pause', async () => {
    statuses = [500, 500, 500]
    send('a', { pauses: [1, 1] })
    for (let round = 0; round < 4; round += 1) {
      await desk.deliveries.settled()
      pass(1)
    }
    await desk.deliveries.settled()
    expect(tries()).toEqual([500, 500, 500])
    expect(desk.deliveries.waiting()).toEqual([])
  })

  it('that one of them cannot be delivered does not hold the others up', async () => {
    statuses = [500]
    send('a')
    send('b')
    await desk.deliveries.settled()
    expect(heard).toEqual(['a', 'b'])
  })

  it('outlives a restart while it waits, and is not sent again once it was taken', async () => {
    statuses = [200, 500]
    send('taken')
    send('waits')
    await desk.deliveries.settled()
    desk.deliveries.stop()
    desk = open()
    await desk.deliveries.settled()
    expect(heard).toEqual(['taken', 'waits'])
    pass(1)
    await desk.deliveries.settled()
    expect(heard).toEqual(['taken', 'waits', 'waits'])
  })

  it('that was never tried goes out after the restart', async () => {
    desk.deliveries.stop()
    send('a')
    desk = open()
    await desk.deliveries.settled()
    expect(heard).toEqual(['a'])
  })

  it('comes twice when the knob says so', async () => {
    desk.knobs.turn('one', 'webhookTwice', 1)
    send('a')
    send('b')
    await desk.deliveries.settled()
    expect(heard).toEqual(['a', 'a', 'b', 'b'])
    expect(desk.entries.read({ call: 'webhook' }).map(({ isCopy }) => isCopy)).toEqual([false, true, false, true])
  })

  it('overtakes the one before it when the knob says so', async () => {
    desk.knobs.turn('one', 'webhookOutOfOrder', 3)
    for (const body of ['a', 'b', 'c']) send(body)
    await desk.deliveries.settled()
    expect(heard).toEqual(['c', 'b', 'a'])
  })

  it('pauses in real time when the knob says so', async () => {
    desk.knobs.turn('one', 'webhookPauseMilliseconds', 5)
    statuses = [500, 500]
    send('a')
    await desk.deliveries.settled()
    expect(tries()).toEqual([500, 500, 200])
  })
})
