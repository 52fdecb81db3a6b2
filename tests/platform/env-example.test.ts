import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { messengers } from '@/channels/messengers'
import { channels } from '@/channels/registry'
import { readEnvironment, variableNames } from '@/platform/env'
import { isTraining, productionVariables } from '@/platform/launch/run/settings.mjs'
import { projectRoot } from '@/platform/launch/setup/root.mjs'

const text = readFileSync(join(projectRoot, '.env.example'), 'utf8')
const lines = text.split('\n')
const assignments = lines.flatMap((line, index) => {
  const [, mark, name, value] = /^(# )?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? []
  return name ? [{ name, value: value ?? '', isSet: mark === undefined, above: lines[index - 1] ?? '' }] : []
})
const names = assignments.map(({ name }) => name)

/** Our own site is reached at PUBLIC_URL, which is a variable of the system itself. */
const addresses = channels
  .flatMap(({ addresses: specs }) => Object.values(specs))
  .filter(({ variable }) => !variableNames.includes(variable))

/** Keys of our applications at the platforms, for an installation with one for everybody, and of the bot that tells people. */
const keys = [
  ...channels.flatMap(({ connect }) => Object.values(connect?.variables ?? {})),
  ...messengers.map(({ variable }) => variable),
]

const secret = 'a'.repeat(32)
const smallest = {
  DATABASE_URL: 'postgres://a@b/c',
  APP_SECRET: secret,
  ENCRYPTION_KEY: secret,
  PUBLIC_URL: 'http://a.vn',
}

describe('.env.example', () => {
  it('names every variable of the system and of the drivers, each once, and no other', () => {
    const wanted = [...new Set([...variableNames, ...addresses.map(({ variable }) => variable), ...keys])]
    expect(wanted.length).toBeGreaterThan(20)
    expect(names.toSorted()).toEqual(wanted.toSorted())
  })

  it('says something about each, above it or above its group', () => {
    const bare = assignments.filter(({ above }) => !/^# \S/.test(above))
    expect(bare).toEqual([])
  })

  it('leaves open what makes a real system, and nothing else', () => {
    expect(assignments.filter(({ isSet }) => isSet).map(({ name }) => name)).toEqual(productionVariables)
  })

  it('changes nothing when it is copied as it is', () => {
    const copied = parseEnv(text)
    expect(isTraining(copied)).toBe(true)
    expect(readEnvironment({ ...copied, ...smallest })).toEqual(readEnvironment(smallest))
  })

  it('shows the defaults that really hold', () => {
    const shown = Object.fromEntries(assignments.filter(({ isSet }) => !isSet).map(({ name, value }) => [name, value]))
    expect(readEnvironment({ ...shown, ...smallest })).toEqual(readEnvironment(smallest))
    for (const { variable, fallback } of addresses) expect(shown[variable]).toBe(fallback)
  })

  it('would notice a value that is not the default', () => {
    expect(readEnvironment({ ...smallest, PORT: '3001' })).not.toEqual(readEnvironment(smallest))
  })
})
