import type { State } from '@/publishing/states'
import type { Engine } from '..'

export type LivePlace = { platform: string; state: State; url: string | null; dueAt: Date; because: string | null }

type Row = {
  id: string
  platform: string
  state: State
  remoteUrl: string | null
  dueAt: Date
  withdrawnBecause: string | null
}

/** Where an item is or will be, newest plan first; cancelled rows left out. */
export async function readLivePlaces({ rows }: Engine, content: string): Promise<LivePlace[]> {
  const found = await rows.find<Row>('publications', {
    where: { contentId: content, state: { not: 'cancelled' } },
    select: ['platform', 'state', 'remoteUrl', 'dueAt', 'withdrawnBecause'],
    sort: '-dueAt',
    limit: 50,
  })
  return found.map(({ platform, state, remoteUrl: url, dueAt, withdrawnBecause: because }) => {
    return { platform, state, url, dueAt, because }
  })
}
