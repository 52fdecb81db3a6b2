/** `npm run mutate`: breaks one rule after the other in a copy of the project and shows which test goes red. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '@/platform/launch/setup/root.mjs'
import { type Mutation, mutations } from './list'

const LEFT_OUT = new Set(['node_modules', 'data', '.git', '.next', 'dist'])

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const chosen = mutations.filter(({ file, breaks }) => `${file} ${breaks}`.includes(values.only))

const folder = await mkdtemp(join(tmpdir(), 'lan-toa-mutations-'))
const copy = join(folder, 'main')
const survived = await countSurvivors().finally(() => rm(folder, { recursive: true, force: true }))
process.stdout.write(`${chosen.length - survived} passed, ${survived} failed, 0 skipped\n`)
process.exit(survived === 0 ? 0 : 1)

async function countSurvivors(): Promise<number> {
  await copyProject()
  let count = 0
  for (const mutation of chosen) count += (await isCaught(mutation)) ? 0 : 1
  return count
}

/** Installed packages are linked file by file: a link to the folder would lead imports back to the project itself. */
async function copyProject(): Promise<void> {
  await cp(projectRoot, copy, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(path.slice(projectRoot.length + 1)),
  })
  await run('cp', ['-al', join(projectRoot, 'node_modules'), copy])
  await symlink(join(dirname(projectRoot), 'shared'), join(folder, 'shared'))
}

async function isCaught({ rule, breaks, file, find, put, test }: Mutation): Promise<boolean> {
  const path = join(copy, file)
  const whole = await readFile(path, 'utf8')
  const parts = whole.split(find)
  if (parts.length !== 2) return tell('✗', `${file} has ${parts.length - 1} × ${find}`)
  await writeFile(path, parts.join(put))
  const began = performance.now()
  const code = await run(process.execPath, [join('src', 'platform', 'launch', 'test.mjs'), test], copy)
  await writeFile(path, whole)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  return code === 0
    ? tell('✗', `rule ${rule}: ${breaks}: ${test} stays green (${seconds} s)`)
    : !tell('✓', `rule ${rule}: ${breaks}: ${test} goes red (${seconds} s)`)
}

function tell(sign: string, sentence: string): false {
  process.stdout.write(`${sign} ${sentence}\n`)
  return false
}

async function run(program: string, argumentList: string[], cwd = projectRoot): Promise<number> {
  const child = spawn(program, argumentList, { cwd, stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}
