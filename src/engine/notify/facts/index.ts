/** What is wrong at this moment, read from the rows alone: indexed queries, the same few however much is published. */
import type { Engine } from '../..'
import { channelFacts, readNoticeChannels } from './channels'
import { owedFacts } from './owed'
import { postFacts } from './posts'
import { workerFacts } from './workers'
import type { Kind } from '../kinds'

/** A sentence is made of it; no secret, no technical detail. */
export type Detail = {
  /** The item, the channel or the worker. */
  title: string
  /** Where: the channel of a post. */
  place?: string
  /** Why, as the row has it. */
  reason?: string
  /** Path of the admin. */
  link: string
}

export type Fact = {
  /** Kind, subject and cause: as long as it stands, it is one and the same matter. */
  key: string
  kind: Kind
  group: string
  organization: string | null
  detail: Detail
}

/** `isWhole`: every post in trouble is among them, so one that is missing is in trouble no more. */
export type Facts = { facts: Fact[]; isWhole: boolean }

export async function gatherFacts(engine: Engine): Promise<Facts> {
  const channels = await readNoticeChannels(engine)
  const posts = await postFacts(engine, channels)
  const [owed, workers] = [await owedFacts(engine, channels), await workerFacts(engine)]
  return { facts: [...posts.facts, ...channelFacts(engine, channels), ...owed, ...workers], isWhole: posts.isWhole }
}
