import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '@/platform/launch/setup/root.mjs'
import { findMissing } from '../../.ci/complete-lockfile.mjs'

describe('package-lock.json', () => {
  it('holds the packages of every system, or npm ci refuses it (repair: node .ci/complete-lockfile.mjs)', () => {
    const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'))
    expect(findMissing(packages).map(({ path }) => path)).toEqual([])
  })

  it('is seen to lack a package, beside its family', () => {
    const family = { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '^1.0.0' }
    const packages = {
      '': {},
      'node_modules/a/node_modules/tool': { optionalDependencies: family },
      'node_modules/a/node_modules/@tool/linux-x64': {},
    }
    expect(findMissing(packages)).toEqual([
      {
        path: 'node_modules/a/node_modules/@tool/darwin-arm64',
        entry: { version: '1.0.0', cpu: ['arm64'], optional: true, os: ['darwin'] },
      },
    ])
  })
})
