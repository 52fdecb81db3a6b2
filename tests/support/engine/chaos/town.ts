/** What is to go out during a chaos run: many publications on the channels of every platform, one hour after the other. */
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Stage } from '..'
import { type Cell, cellsOf } from '../crash/cells'
import { addChannel, addPublication } from '../publication'
import { platforms } from '../places'
import type { Random } from './random'

const CHANNELS_EACH = 4

/** Most of what goes out is text; films take a machine's time and prove no more. */
const RARE = ['video', 'reel']

const LANES = 8

export type Posted = { id: string; shape: string; channel: string; platform: string; account: string; code: string }

type Wanted = { publications: number; seconds: number; random: Random }

export async function buildTown(stage: Stage, { publications, seconds, random }: Wanted): Promise<Posted[]> {
  const channels: ChannelRow[] = []
  for (const platform of platforms)
    for (let count = 0; count < CHANNELS_EACH; count += 1) channels.push(await addChannel(stage, platform))
  const cells = cellsOf(stage).filter(({ losesAnswer }) => !losesAnswer)
  const begin = stage.clock.now().getTime()
  const wishes = Array.from({ length: publications }, (_, index) => ({
    channel: random.pick(channels),
    chance: random.next(),
    dueAt: new Date(begin + (index / publications) * seconds * 1000),
  }))
  const posted: Posted[] = []
  const lane = async () => {
    for (let wish = wishes.pop(); wish; wish = wishes.pop()) {
      const { channel, dueAt } = wish
      const cell = choose(cells, channel, wish.chance)
      const made = await addPublication(stage, cell.platform, { channel, item: cell.item, over: { dueAt } })
      posted.push(described(made, { channel, cell }))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return posted
}

function choose(cells: readonly Cell[], { platform }: ChannelRow, chance: number): Cell {
  const own = cells.filter((cell) => cell.platform === platform)
  const usual = own.filter(({ name }) => !RARE.some((rare) => name.endsWith(rare)))
  const among = usual.length === 0 || chance < 0.04 ? own : usual
  return among[Math.floor(((chance * 97) % 1) * among.length)] as Cell
}

function described({ id, trackedCode }: Publication, { channel, cell }: { channel: ChannelRow; cell: Cell }): Posted {
  const { id: channelId, platform, externalId } = channel
  return { id, shape: cell.name, channel: channelId, platform, account: externalId, code: trackedCode }
}
