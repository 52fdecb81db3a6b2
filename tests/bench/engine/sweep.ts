/** What a look at the timetable costs when a few, many, and very many publications wait for an hour to come. */
import type { Stage } from '../../support/engine'
import { addChannel } from '../../support/engine/publication'
import { fillWaiting } from './waiting'

const LOOKS = 60

export async function measureSweep(
  stage: Stage,
  sizes: readonly number[],
): Promise<{ rows: number; milliseconds: number }[]> {
  const channel = await addChannel(stage, 'telegram')
  const sweep = stage.sweeps.find(({ name }) => name === 'sweep-due-publications')
  const measured: { rows: number; milliseconds: number }[] = []
  let there = 0
  for (const rows of sizes) {
    await fillWaiting(stage, channel, { from: there, to: rows })
    there = rows
    const looks: number[] = []
    for (let look = 0; look < LOOKS; look += 1) {
      const begin = performance.now()
      await sweep?.find(stage.engine)
      looks.push(performance.now() - begin)
    }
    measured.push({ rows, milliseconds: looks.toSorted((one, other) => one - other)[LOOKS / 2] ?? Number.NaN })
  }
  return measured
}
