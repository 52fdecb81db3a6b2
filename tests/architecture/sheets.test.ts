/** The tables "fact of the sheet → test" in docs/channels are promises: every test that they name is there. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** One title of one file, as a row names it. */
type Claim = { file: string; title: string }

const pages = readdirSync('docs/channels').filter((name) => name.endsWith('.md'))
const tests = filesBelow('tests').filter((path) => path.endsWith('.ts'))

describe.each(pages)('docs/channels/%s', (page) => {
  const platform = page.replace('.md', '')
  const rows = rowsOf(readFileSync(`docs/channels/${page}`, 'utf8'))

  it('has a table of facts', () => expect(rows.length).toBeGreaterThan(10))

  it('names a test in every row', () => expect(rows.filter((row) => claimsOf(row).length === 0)).toEqual([]))

  it('names no test that is not there', () => {
    expect(rows.flatMap(claimsOf).filter((claim) => !isThere(platform, claim))).toEqual([])
  })
})

function rowsOf(text: string): string[] {
  const [, after = ''] = text.split('## Facts of the sheet and their tests')
  return after.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| fact of the sheet'))
}

/** The last cell: `file`: title · title · `file`: title … */
function claimsOf(row: string): Claim[] {
  const cell = row.replace(/ \|$/, '').split(' | ').at(-1) ?? ''
  const [, ...parts] = cell.split(/(?:^|· )(`[^`]+`|[Ss]uite): /)
  return parts.flatMap((part, place) => {
    if (place % 2 === 0) return []
    const file = (parts[place - 1] ?? '').replaceAll('`', '').toLowerCase()
    const titles = part.split(' · ').map((title) => title.trim())
    return titles.filter(Boolean).map((title) => ({ file, title }))
  })
}

/** "all" is every test of the file; what stands in brackets is a remark; three dots leave something out. */
function isThere(platform: string, { file, title }: Claim): boolean {
  const words = filesNamed(platform, file).flatMap(wordsIn)
  const wanted = title.replaceAll(/\([^)]*\)/g, '').split('…')
  return words.some((word) => title === 'all' || wanted.every((part) => word.includes(part.trim())))
}

/** The suite is the driver's own file with the contracts; `x` is any file of that name below the platform's folder. */
function filesNamed(platform: string, file: string): string[] {
  const own = `tests/channels/${platform}`
  if (file === 'suite') return tests.filter((path) => path === `${own}.test.ts` || path.startsWith('tests/contracts/'))
  if (file.startsWith('tests/')) return tests.filter((path) => path === file || path.startsWith(`${file}.test.ts`))
  return tests.filter((path) => path.startsWith(`${own}/`) && path.endsWith(`/${file}.test.ts`))
}

/** Everything between quotation marks: titles are among it. */
function wordsIn(path: string): string[] {
  const quoted = readFileSync(path, 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`|"((?:[^"\\\n]|\\.)*)"/g)
  return [...quoted].map((found) => found.slice(1).join(''))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)
}
