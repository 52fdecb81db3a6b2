import { LaunchError, say, step } from '../setup/steps.mjs'
import { areAtRest, logIn } from './rest.mjs'
import { tableOf } from './table.mjs'
import { waitFor } from '../run/wait.mjs'

/**
 * Waits until every publication rests, then prints what went where.
 * @param {import('../run/training.mjs').Training} training
 * @param {number} seconds how long to wait
 */
export async function showPublications({ origin, seeded }, seconds) {
  const [login] = seeded.logins
  if (!login) throw new LaunchError('dữ liệu mẫu không có tài khoản nào')
  const reader = await logIn(origin, login)
  const publications = await step('Đăng lên năm nền tảng', () => waitUntilAtRest(reader, seconds))
  say()
  for (const line of tableOf(publications)) say(line)
  say()
  for (const line of await reader.quotaLines().catch((error) => [`(không đọc được định mức: ${error.message})`]))
    say(line)
  return { reader, publications }
}

/**
 * @param {Awaited<ReturnType<typeof logIn>>} reader
 * @param {number} seconds
 */
function waitUntilAtRest(reader, seconds) {
  return waitFor({
    seconds,
    every: 1_000,
    sentence: `sau ${seconds} giây vẫn còn bài chưa đăng xong; xem trang quản trị, mục Bài đăng`,
    ask: async () => {
      const publications = await reader.publications()
      return areAtRest(publications) && publications
    },
  })
}

/** @param {import('../run/training.mjs').Training} training */
export function showAddresses({ origin, sandbox, seeded }) {
  say()
  say(`Trang công khai     ${origin}`)
  say(`Trang quản trị      ${origin}/admin`)
  say(`Nền tảng giả lập    ${sandbox}`)
  say()
  say('Tài khoản tập huấn')
  const width = Math.max(0, ...seeded.logins.map(({ role }) => role.length))
  for (const { role, email, password } of seeded.logins) say(`  ${role.padEnd(width)}  ${email}  ${password}`)
}
