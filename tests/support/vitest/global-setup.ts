/** Vitest calls this once per run, also for a single file; test files ask over HTTP because each runs in its own process. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openTestServers } from '../test-servers'

export default async function setup(): Promise<() => Promise<void>> {
  const servers = openTestServers(process.env['STACK'] === 'production' ? 'production' : 'embedded')
  const desk = createServer((request, response) => {
    const file = new URL(request.url ?? '/', 'http://localhost').searchParams.get('file') ?? 'unknown'
    servers.place(file).then(
      (place) => response.end(JSON.stringify(place)),
      (cause: unknown) => response.writeHead(500).end(cause instanceof Error ? cause.message : String(cause)),
    )
  })
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
  desk.unref()
  process.env['TMPDIR'] = servers.scratch
  process.env['TEST_SERVERS'] = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`
  return async () => {
    desk.close()
    await servers.stop()
  }
}
