import type { Engine } from '@/engine'
import type { Stage } from '../../support/engine'

/** Told of every attempt as it is written, before anything is sent. */
export function watching(stage: Stage, told: (publication: string) => unknown, over: Partial<Engine> = {}): Engine {
  const { rows } = stage.engine
  return stage.engineWith({
    ...over,
    rows: {
      ...rows,
      async setWith(slug, change, also) {
        const written = await rows.setWith(slug, change, also)
        for (const one of also)
          if (one.slug === 'attempts' && 'row' in one) await told(one.row['publication'] as string)
        return written
      },
    },
  })
}

/** Told once the mark stands that the next request cannot be taken back. */
export function watchingArmed(stage: Stage, told: () => Promise<unknown>): Engine {
  const { rows } = stage.engine
  return stage.engineWith({
    rows: {
      ...rows,
      async setWith(slug, change, also) {
        const written = await rows.setWith(slug, change, also)
        if (change.set['armedAt']) await told()
        return written
      },
    },
  })
}
