/** The one way out: what a streamed body costs, and that nothing else about it differs. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { http } from '@/platform/http'

const MEGABYTE = 1024 * 1024

let server: Server
let url: string
let received: { bytes: number; length: string | undefined }
beforeEach(async () => {
  received = { bytes: 0, length: undefined }
  server = createServer((request, response) => {
    received.length = request.headers['content-length']
    request.on('data', (chunk: Buffer) => (received.bytes += chunk.length))
    request.on('error', () => undefined)
    request.on('end', () =>
      response.writeHead(308, { range: 'bytes=0-1', 'set-cookie': ['a=1', 'b=2'], location: '/elsewhere' }).end('xong'),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Made as it is asked for; `onPiece` sees every one. */
function bytes(megabytes: number, onPiece: (piece: number) => void = () => undefined): ReadableStream<Uint8Array> {
  let piece = 0
  return new ReadableStream({
    pull: (controller) => {
      if (piece === megabytes) return controller.close()
      onPiece((piece += 1))
      controller.enqueue(new Uint8Array(MEGABYTE))
    },
  })
}

describe('a streamed body', () => {
  it('is let go of while it is sent', async () => {
    let most = 0
    const before = process.memoryUsage().arrayBuffers
    const body = bytes(400, () => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)))
    await http({ method: 'POST', url, body, headers: { 'content-length': String(400 * MEGABYTE) } })
    expect(received).toEqual({ bytes: 400 * MEGABYTE, length: String(400 * MEGABYTE) })
    expect(most / MEGABYTE).toBeLessThan(200)
  })

  it('gets the answer itself, never what a redirect leads to', async () => {
    const answer = await http({ method: 'PUT', url, body: bytes(1) })
    expect([answer.status, answer.text, answer.headers.get('range')]).toEqual([308, 'xong', 'bytes=0-1'])
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  it('that is stopped in the middle may have arrived', async () => {
    const stop = new AbortController()
    const body = bytes(50, (piece) => piece === 20 && stop.abort())
    await expect(http({ method: 'POST', url, body, signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
      mayHaveArrived: true,
    })
  })

  it('to where nobody listens has certainly not arrived', async () => {
    server.close()
    await once(server, 'close')
    await expect(http({ method: 'POST', url, body: bytes(1) })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
      mayHaveArrived: false,
    })
  })
})

describe('a request that is never answered', () => {
  it.each([
    ['a text', () => 'abc'],
    ['a stream', () => bytes(1)],
  ])('ends in time with %s, may have arrived, and was made once', async (_name, body) => {
    let asked = 0
    server.removeAllListeners('request').on('request', (request: IncomingMessage) => {
      asked += 1
      request.resume()
    })
    const answering = http({ method: 'POST', url, body: body(), timeout: 200 })
    await expect(answering).rejects.toMatchObject({ name: 'HttpFailure', code: 'timeout', mayHaveArrived: true })
    expect(asked).toBe(1)
  })
})

describe('the last look', () => {
  it.each([
    ['a text', () => 'abc'],
    ['a stream', () => bytes(1)],
  ])('lets not one byte of %s go when the right to send is gone', async (_name, body) => {
    const failure = await http({ method: 'POST', url, body: body(), mayGo: () => false }).catch(
      (cause: unknown) => cause,
    )
    expect(failure).toMatchObject({ name: 'HttpFailure', mayHaveArrived: false, code: 'not-allowed' })
    expect(received).toEqual({ bytes: 0, length: undefined })
  })

  it('is asked once the connection stands, and changes nothing else', async () => {
    let looks = 0
    const answer = await http({ method: 'POST', url, body: 'abc', mayGo: () => (looks += 1) > 0 })
    expect({ status: answer.status, text: answer.text, looks }).toEqual({ status: 308, text: 'xong', looks: 1 })
    expect(received.bytes).toBe(3)
  })
})
