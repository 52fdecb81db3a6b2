/** `npm run rotate-key`: with the settings of `npm start`, beside what is running. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { projectRoot } from '../setup/root.mjs'
import { LaunchError, runCommand } from '../setup/steps.mjs'
import { settledImports } from './children.mjs'
import { startServers } from './servers.mjs'
import { isTraining } from './settings.mjs'

await runCommand(async () => {
  const settingsFile = join(projectRoot, '.env')
  if (existsSync(settingsFile)) process.loadEnvFile(settingsFile)
  if (isTraining(process.env))
    throw new LaunchError('chưa có cấu hình thật; chế độ tập huấn tự giữ khóa của nó, không cần đổi.')
  await ensureBuilt({ isWebNeeded: false })
  const own = await ownDatabase()
  const program = join(projectRoot, 'dist', 'rotate-key.mjs')
  const env = { ...process.env, ...own?.env, DISABLE_PAYLOAD_HMR: 'true' }
  const child = spawn(process.execPath, [...settledImports, program], { cwd: projectRoot, env, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (own && !own.wasRunning) await own.stop()
  process.exit(code ?? 1)
})

/** Real data in the embedded PostgreSQL: a server that is running already stays so. */
async function ownDatabase() {
  if (process.env.DATABASE_URL) return undefined
  const directory = join(projectRoot, 'data', 'production')
  if (!existsSync(join(directory, 'postgres')))
    throw new LaunchError(`DATABASE_URL chưa đặt và chưa có dữ liệu nào ở ${directory}.`)
  return startServers({ stack: 'embedded', directory })
}
