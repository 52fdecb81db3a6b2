/** Which calls a fault meets. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FaultRule } from '@/sandbox/contract'
import { openDesk } from '@/sandbox/desk'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lan-toa-faults-'))
})

const open = () => openDesk(directory, () => new Date('2026-11-26T00:00:00Z'))
const rule = (over: Partial<FaultRule>): FaultRule => ({
  platform: 'one',
  call: '*',
  fault: 'unavailable',
  times: null,
  ...over,
})
/** `x` for a call that met it. */
const draw = (calls: number, over: Partial<FaultRule>, call = 'say') => {
  const { faults } = openDesk(mkdtempSync(join(tmpdir(), 'lan-toa-faults-')), () => new Date(0))
  faults.add(rule(over))
  return Array.from({ length: calls }, () => (faults.take('one', call) ? 'x' : '.')).join('')
}

describe('a fault by seed', () => {
  it('meets the same calls in every run, and others with another seed', () => {
    const once = draw(200, { probability: 0.3, seed: '7' })
    expect(draw(200, { probability: 0.3, seed: '7' })).toBe(once)
    expect(draw(200, { probability: 0.3, seed: '8' })).not.toBe(once)
    expect([...once].filter((mark) => mark === 'x').length).toBeGreaterThan(40)
    expect([...once].filter((mark) => mark === 'x').length).toBeLessThan(80)
  })

  it('counts each call by itself, so that it does not matter who else was calling', () => {
    const { faults } = open()
    faults.add(rule({ probability: 0.3, seed: '7' }))
    const mixed = Array.from({ length: 100 }, () => {
      faults.take('one', 'other')
      return faults.take('one', 'say') ? 'x' : '.'
    }).join('')
    expect(mixed).toBe(draw(100, { probability: 0.3, seed: '7' }))
  })

  it('goes on after a restart where it stopped', () => {
    open().faults.add(rule({ probability: 0.3, seed: '7' }))
    const marks = Array.from({ length: 60 }, () => (open().faults.take('one', 'say') ? 'x' : '.')).join('')
    expect(marks).toBe(draw(60, { probability: 0.3, seed: '7' }))
  })

  it('ends after so many times', () => {
    const marks = draw(200, { probability: 0.3, seed: '7', times: 2 })
    expect([...marks].filter((mark) => mark === 'x')).toHaveLength(2)
    expect(marks.startsWith(draw(marks.lastIndexOf('x') + 1, { probability: 0.3, seed: '7' }))).toBe(true)
  })

  it('never meets with 0 and always with 1', () => {
    expect(draw(50, { probability: 0, seed: '1' })).toBe('.'.repeat(50))
    expect(draw(50, { probability: 1, seed: '1' })).toBe('x'.repeat(50))
  })
})

describe('a fault by name', () => {
  it('without an end stays until it is switched off, alone', () => {
    const { faults } = open()
    faults.add(rule({ fault: 'hang' }))
    faults.add(rule({ fault: 'throttle', times: 1 }))
    for (let call = 0; call < 5; call += 1) expect(faults.take('one', 'say')?.fault).toBe('hang')
    faults.clear(1)
    expect([faults.take('one', 'say')?.fault, faults.take('one', 'say')]).toEqual(['throttle', null])
  })

  it.each([
    ['send*', 'sendPhoto', true],
    ['send*', 'getChat', false],
    ['*.create', 'feed.create', true],
    ['*.create', 'feedXcreate', false],
    ['feed.create', 'feed.create.late', false],
  ])('%s means %s: %s', (pattern, call, isMeant) => {
    const { faults } = open()
    faults.add(rule({ call: pattern }))
    expect(faults.take('one', call) !== null).toBe(isMeant)
  })
})
