import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { SandboxAnswer } from '../contract'

export async function send(response: ServerResponse, { status, headers, body, file }: SandboxAnswer): Promise<void> {
  if (file) return sendFile(response, { status, headers, file })
  const plain = body === undefined || typeof body === 'string' || body instanceof Uint8Array
  const type = plain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(plain ? (body ?? '') : JSON.stringify(body))
}

type FileAnswer = { status: number; headers: SandboxAnswer['headers']; file: NonNullable<SandboxAnswer['file']> }

/** A player that jumps ahead leaves in the middle: no failure of ours. */
async function sendFile(response: ServerResponse, { status, headers, file }: FileAnswer): Promise<void> {
  const { path, from, to } = file
  response.writeHead(status, { ...headers, 'content-length': Math.max(0, to - from + 1) })
  if (to < from || response.req.method === 'HEAD') return void response.end()
  await pipeline(createReadStream(path, { start: from, end: to }), response).catch(() => response.destroy())
}
