/** The smallest platform there can be: it logs what it is told and keeps what it is given. */
import { parseBody } from '@/sandbox/body'
import type { Lookalike } from '@/sandbox/contract'

export const echo = (platform: string, mounts: Record<string, string>, over: Partial<Lookalike> = {}): Lookalike => ({
  platform,
  label: platform,
  mounts,
  nameCall: ({ path }) => path.slice(1).split('/')[0] ?? '',
  handle: async (request, desk) => {
    const { fields, files } = await parseBody(request)
    desk.log({
      platform,
      call: 'say',
      account: 'a',
      id: request.path,
      text: fields['text'] ?? '',
      files: files.map(({ name, size }) => [name, size]),
    })
    return { status: 200, body: { platform, path: request.path, query: request.query.get('q') } }
  },
  throttled: () => ({ status: 429, body: { slow: true } }),
  tokenDead: () => ({ status: 401, body: { dead: true } }),
  wall: () => [],
  open: (_desk, name) => ({ account: name, url: '/', credentials: { token: 'x' } }),
  ...over,
})

/** What the sandbox answers, as JSON; a body makes it a POST. */
export const asker = (origin: () => string) => async (path: string, body?: unknown, method?: string) => {
  const answer = await fetch(origin() + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
