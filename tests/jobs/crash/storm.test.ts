/** A short storm: real workers that are killed, stopped and replaced, platforms that fail in every way, people who change their minds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Report, runStorm } from '../../support/engine/chaos/run'
import { openStage, type Stage } from '../../support/engine'
import { bundle, type Bundles } from '../../support/engine/processes'

const PUBLICATIONS = 60
const SEED = 20_261_127

describe('after a storm', () => {
  let stage: Stage
  let bundles: Bundles
  let report: Report

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    bundles = await bundle(['worker'])
    const storm = { publications: PUBLICATIONS, seconds: 12, seed: SEED, workers: 2 }
    report = await runStorm({ stage, bundles, servers: null }, storm)
  }, 400_000)
  afterAll(async () => {
    await bundles?.remove()
    await stage?.close()
  })

  it('there were troubles enough', () => {
    const struck = Object.values(report.troubles).reduce((sum, count) => sum + count, 0)
    expect(struck).toBeGreaterThan(10)
  })

  it('every post has an end that a person sees', () => {
    const { states } = report.verdict
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(PUBLICATIONS)
    expect(states['published']).toBeGreaterThan(PUBLICATIONS * 0.8)
  })

  it.each(['twice', 'lost', 'wrongState', 'wrongBytes', 'wrongHour', 'brokenAudit'] as const)('none is %s', (fault) =>
    expect(report.verdict.faults[fault]).toEqual([]),
  )

  it('no worker ended by itself', () => expect(report.accidents).toEqual([]))
})
