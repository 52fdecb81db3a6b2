import { describe, expect, it } from 'vitest'
import { projectRoot } from '@/platform/launch/setup/root.mjs'
import { findWrongArrows } from './rules/arrows'
import { findCycles } from './rules/cycles'
import { findEnvironmentReaders, findPlatformNames, findQueueUsers } from './rules/names'
import { findLongFiles, findWideFolders } from './rules/sizes'
import { listFiles, readSources } from './rules/sources'

const sources = readSources(projectRoot)

describe('The project', () => {
  it('is read by the rules', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.flatMap(({ imports }) => imports.filter(({ target }) => target)).length).toBeGreaterThan(100)
  })

  it('has arrows that point one way', () => expect(findWrongArrows(sources)).toEqual([]))

  it('has no file that imports itself by a detour', () => expect(findCycles(sources)).toEqual([]))

  it('names no platform outside its driver, its look-alike and the demo data', () =>
    expect(findPlatformNames(sources)).toEqual([]))

  it('knows the queue and the timetable in jobs/runtime only', () => expect(findQueueUsers(sources)).toEqual([]))

  it('reads the environment in one place', () => expect(findEnvironmentReaders(sources)).toEqual([]))

  it('has no file above 200 lines', () => expect(findLongFiles(sources)).toEqual([]))

  it('has no folder above 12 entries', () => expect(findWideFolders(listFiles(projectRoot))).toEqual([]))
})
