import { setTimeout } from 'node:timers/promises'
import { LaunchError } from '../setup/steps.mjs'
import { endOf } from './children.mjs'

/**
 * Asks again until the answer is there.
 * @template Answer
 * @param {{ seconds: number, every?: number, sentence: string | (() => string), ask: () => Promise<Answer | undefined | false> }} options
 * @returns {Promise<Answer>}
 */
export async function waitFor({ seconds, every = 250, sentence, ask }) {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    await setTimeout(every)
  }
  throw new LaunchError(typeof sentence === 'string' ? sentence : sentence())
}

/**
 * @param {import('./children.mjs').Child} child
 * @param {string} address
 */
export async function waitUntilAnswers(child, address) {
  let last = ''
  await waitFor({
    seconds: 120,
    sentence: () => `"${child.name}" không sẵn sàng sau 120 giây (${address}: ${last}).\n${endOf(child.log)}`,
    ask: async () => {
      if (!child.isRunning()) throw new LaunchError(`"${child.name}" không khởi động được.\n${endOf(child.log)}`)
      const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
      if (answer) last = `${answer.status} ${(await answer.text()).slice(0, 300)}`
      return answer?.ok
    },
  })
}
