import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findWrongArrows } from './rules/arrows'
import { findCycles } from './rules/cycles'
import { findEnvironmentReaders, findPlatformNames, findQueueUsers } from './rules/names'
import { findLongFiles, findWideFolders } from './rules/sizes'
import { listFiles, readSources } from './rules/sources'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'lan-toa-planted-'))
  roots.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

describe('A planted violation is found:', () => {
  const wrongArrows: [string, Record<string, string>][] = [
    [
      'a pure domain that knows the platform layer',
      { 'src/publishing/a.ts': "import { now } from '../platform/clock'", 'src/platform/clock.ts': '' },
    ],
    ['a pure domain that knows a framework', { 'src/publishing/a.ts': "import { getPayload } from 'payload'" }],
    [
      'a domain that knows collections',
      { 'src/planning/a.ts': "import { b } from '~/collections/b'", 'collections/b.ts': '' },
    ],
    ['an engine that knows the admin', { 'src/engine/a.ts': "import { b } from '@/admin/b'", 'src/admin/b.tsx': '' }],
    [
      'a driver that knows another driver',
      { 'src/channels/one/api.ts': "import { b } from '../two/api'", 'src/channels/two/api.ts': '' },
    ],
    [
      'a driver that knows the registry',
      { 'src/channels/one/api.ts': "import { b } from '../registry'", 'src/channels/registry.ts': '' },
    ],
    [
      'a platform layer that knows a domain',
      { 'src/platform/clock/a.ts': "import { b } from '@/publishing/b'", 'src/publishing/b.ts': '' },
    ],
    ['a job that knows the app', { 'jobs/publish/handler.ts': "await import('@/app/page')", 'src/app/page.tsx': '' }],
    [
      'a look-alike that knows a driver',
      { 'src/sandbox/a.ts': "export { b } from '@/channels/one/api'", 'src/channels/one/api.ts': '' },
    ],
    [
      'a type from where it must not come',
      { 'src/publishing/a.ts': "import type { B } from '@/channels/contract'", 'src/channels/contract/index.ts': '' },
    ],
  ]

  it.each(wrongArrows)('%s', (_title, files) => expect(findWrongArrows(readSources(plant(files)))).toHaveLength(1))

  it('a circle of three files, told once', () => {
    const root = plant({
      'src/a.ts': "import './b'",
      'src/b.ts': "export * from './c'",
      'src/c.ts': "await import('./a')",
    })
    expect(findCycles(readSources(root))).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts'])
  })

  it('a circle of types alone is none', () => {
    const root = plant({ 'src/a.ts': "import './b'", 'src/b.ts': "import type { A } from './a'" })
    expect(findCycles(readSources(root))).toEqual([])
  })

  it.each([
    ["if (platform === 'facebook') send()", 1],
    ["if (platform === 'site') send()", 1],
    ['const zaloToken = 1', 1],
    ['const website = site', 0],
    ['// facebook counts characters', 0],
  ])('a platform named in %j', (text, found) => {
    expect(findPlatformNames(readSources(plant({ 'src/engine/a.ts': text })))).toHaveLength(found)
  })

  it('a platform named in the contract of all', () => {
    expect(
      findPlatformNames(
        readSources(plant({ 'src/channels/contract/a.ts': "'telegram'", 'src/channels/telegram/a.ts': "'telegram'" })),
      ),
    ).toHaveLength(1)
  })

  it.each(['bullmq', 'node-cron'])('%s outside jobs/runtime', (name) => {
    const root = plant({ 'jobs/publish/handler.ts': `import '${name}'`, 'jobs/runtime/main.ts': `import '${name}'` })
    expect(findQueueUsers(readSources(root))).toEqual([
      `jobs/publish/handler.ts imports ${name}: only jobs/runtime may`,
    ])
  })

  it('the environment read elsewhere', () => {
    const root = plant({
      'src/engine/a.ts': 'process.env.PORT',
      'src/platform/env/index.ts': 'process.env.PORT',
      'media/b.ts': 'const { env } = process; process?.env',
    })
    expect(findEnvironmentReaders(readSources(root))).toHaveLength(2)
  })

  it('a file of 201 lines', () => {
    const root = plant({ 'src/a.ts': 'x\n'.repeat(201), 'src/b.ts': 'x\n'.repeat(200) })
    expect(findLongFiles(readSources(root))).toEqual(['src/a.ts has 201 lines, at most 200 are allowed'])
  })

  it('a folder of 13 entries', () => {
    const files = Object.fromEntries(Array.from({ length: 13 }, (_nothing, index) => [`src/wide/${index}.ts`, '']))
    expect(findWideFolders(listFiles(plant(files)))).toEqual(['src/wide has 13 entries, at most 12 are allowed'])
  })
})
