/** Whom a broadcast goes to, in Zalo's own codes; joined text, as its documentation shows them. */
import type { Broadcast, Options } from '../options'

const AGES = ['under-13', '13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65-up'] as const
const REGIONS = ['north', 'central', 'south'] as const
const GENDERS = ['all', 'male', 'female'] as const
const DEVICES = { ios: '1', android: '2', windows: '3' } as const

export function renderBroadcast(chosen: Options): Broadcast | null {
  const also = chosen.alsoBroadcast.map((reference) => reference.trim()).filter(Boolean)
  if (chosen.broadcast === 'none') return null
  return { target: chosen.broadcast === 'target' ? renderTarget(chosen) : {}, also }
}

/** Cities override regions at Zalo, so only one of the two is said. */
function renderTarget({ ages, gender, locations, cities, devices }: Options): Record<string, string> {
  const codes = cities.map((code) => code.trim()).filter(Boolean)
  const parts: [string, string[]][] = [
    ['ages', indexes(AGES, ages)],
    ['gender', gender === 'all' ? [] : indexes(GENDERS, [gender])],
    ['locations', codes.length > 0 ? [] : indexes(REGIONS, locations)],
    ['cities', codes],
    ['platform', devices.map((device) => DEVICES[device]).toSorted()],
  ]
  return Object.fromEntries(
    parts.filter(([, values]) => values.length > 0).map(([name, values]) => [name, values.join(',')]),
  )
}

function indexes<Value extends string>(all: readonly Value[], chosen: readonly Value[]): string[] {
  return all.flatMap((value, index) => (chosen.includes(value) ? [String(index)] : []))
}
