/** What the launcher sees of the running system: its public REST interface, as any person who is logged in. */
import { LaunchError } from '../setup/steps.mjs'

/**
 * @typedef {{ id: string, title: string, platform: string, state: string, remoteUrl?: string, trackedCode?: string, failureMessage?: string, heldMessage?: string, channel: { id: string, name: string, externalId?: string } }} Publication
 * @typedef {{ id: string, channel: string | { id: string }, value?: number | null }} Reading
 */

/**
 * @param {string} origin
 * @param {import('../run/settings.mjs').Login} login
 */
export async function logIn(origin, { email, password }) {
  const answer = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok)
    throw new LaunchError(`không đăng nhập được bằng ${email}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  const { token } = await answer.json()
  const read = async (/** @type {string} */ path) => {
    const found = await fetch(`${origin}${path}`, { headers: { authorization: `JWT ${token}` } })
    if (!found.ok) throw new LaunchError(`${path} trả lời ${found.status}`)
    return found.json()
  }
  return {
    /** @returns {Promise<Publication[]>} */
    publications: async () => (await read('/api/publications?limit=500&depth=1&sort=dueAt')).docs,
    /** @returns {Promise<Reading[]>} */
    readings: async () => (await read('/api/readings?limit=2000&depth=0')).docs,
    /** One sentence per quota: what is owed, live and waiting. @returns {Promise<string[]>} */
    quotaLines: async () =>
      (await read('/api/quotas/standings')).standings.map((/** @type {{ text: string }} */ standing) => standing.text),
  }
}

const moving = ['scheduled', 'sending', 'processing', 'unknown']

/** @param {readonly Publication[]} publications */
export function areAtRest(publications) {
  return publications.length > 0 && publications.every(({ state }) => !moving.includes(state))
}
