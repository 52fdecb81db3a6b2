/** Migrate, then web and worker: the same for training, journey and production. */
import { join } from 'node:path'
import { projectRoot } from '../setup/root.mjs'
import { LaunchError, step } from '../setup/steps.mjs'
import { waitUntilAnswers } from './wait.mjs'

/** @param {string} name */
export const bundleOf = (name) => join(projectRoot, 'dist', `${name}.mjs`)

/**
 * @typedef {ReturnType<typeof import('./children.mjs').createChildren>} Children
 * @param {Children} children
 * @param {{ port: number, host?: string, isDevelopment?: boolean }} web
 */
export async function startProcesses(children, { port, host, isDevelopment }) {
  await step('Cập nhật cơ sở dữ liệu', () => children.run({ name: 'migrate', program: [bundleOf('migrate')] }))
  await step('Khởi động trang web và trình đăng bài', async () => {
    const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
    const program = [
      next,
      isDevelopment ? 'dev' : 'start',
      '--port',
      String(port),
      ...(host ? ['--hostname', host] : []),
    ]
    const web = children.start({
      name: 'web',
      program,
      env: { PORT: String(port), NODE_ENV: isDevelopment ? 'development' : 'production' },
    })
    const worker = children.start({ name: 'worker', program: [bundleOf('worker')] })
    await waitUntilAnswers(web, `http://127.0.0.1:${port}/api/health`)
    await Promise.race([waitUntilAnswers(worker, `http://127.0.0.1:${port}/api/ready`), rejectWhenGone(web)])
  })
}

/**
 * @param {import('./children.mjs').Child} child
 * @returns {Promise<never>}
 */
async function rejectWhenGone(child) {
  await child.exited
  throw new LaunchError(`"${child.name}" đã dừng trong lúc khởi động; xem ${child.log}`)
}
