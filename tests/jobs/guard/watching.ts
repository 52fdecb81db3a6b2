import type { Engine } from '@/engine'
import type { Rows } from '@/platform/database'
import type { Stage } from '../../support/engine'

/** Told of every attempt as it is written, before anything is sent. */
export function watching(stage: Stage, told: (publication: string) => unknown, over: Partial<Engine> = {}): Engine {
  return afterEachWrite({ stage, over }, async (_slug, _change, also) => {
    for (const one of also) if (one.slug === 'attempts' && 'row' in one) await told(one.row['publication'] as string)
  })
}

/** Told once the mark stands that the next request cannot be taken back. */
export function watchingArmed(stage: Stage, told: () => Promise<unknown>): Engine {
  return afterEachWrite({ stage }, async (_slug, change) => {
    if (change.set['armedAt']) await told()
  })
}

type Watched = { stage: Stage; over?: Partial<Engine> }

function afterEachWrite(
  { stage, over }: Watched,
  told: (...write: Parameters<Rows['setWith']>) => Promise<void>,
): Engine {
  const { rows } = stage.engine
  return stage.engineWith({
    ...over,
    rows: {
      ...rows,
      async setWith(...write) {
        const written = await rows.setWith(...write)
        await told(...write)
        return written
      },
    },
  })
}
