import type { State } from '@/publishing/states'
import type { Engine } from '.'

export type LivePlace = { platform: string; state: State; url: string | null; dueAt: Date }

/** Where an item is or will be, newest plan first; cancelled rows left out. */
export async function readLivePlaces({ rows }: Engine, content: string): Promise<LivePlace[]> {
  const found = await rows.find<{ id: string; platform: string; state: State; remoteUrl: string | null; dueAt: Date }>(
    'publications',
    {
      where: { contentId: content, state: { not: 'cancelled' } },
      select: ['platform', 'state', 'remoteUrl', 'dueAt'],
      sort: '-dueAt',
      limit: 50,
    },
  )
  return found.map(({ platform, state, remoteUrl, dueAt }) => ({ platform, state, url: remoteUrl, dueAt }))
}
