/** What a bot can learn about its posts, what comes by itself, and what Telegram keeps from bots. */
import type { Call, Live, Reading } from '../../contract'
import { API_VERSION } from '../api'
import { countMembers } from '../account'
import { credentials } from '../options'
import { readViews } from './preview'

export async function measure(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const { preview } = credentials.parse(call.credentials)
  const views = preview ? await readViews(posts, call) : posts.map(hiddenViews)
  return [...views, ...posts.flatMap(toldByWebhook)]
}

export async function audience(call: Call): Promise<Reading[]> {
  const value = await countMembers(call)
  return [{ publication: null, metric: 'followers', definition: 'getChatMemberCount', apiVersion: API_VERSION, value }]
}

/** In tdlib the interaction info of a message is null for bots; there is nothing to ask for. */
function hiddenViews({ publication }: Live): Reading {
  const because = 'Telegram không cho bot đọc lượt xem; có thể bật đọc số làm tròn từ trang t.me.'
  return { publication, metric: 'views', definition: 'message.views', apiVersion: API_VERSION, value: null, because }
}

function toldByWebhook({ publication, remoteId }: Live): Reading[] {
  const because = 'Telegram chỉ báo số này qua webhook, không đọc lại được.'
  const common = { publication, apiVersion: API_VERSION, value: null, because } as const
  const reactions: Reading = { ...common, metric: 'reactions', definition: 'message_reaction_count' }
  const votes: Reading = { ...common, metric: 'votes', definition: 'poll.total_voter_count' }
  return remoteId.includes(':') && !remoteId.startsWith('http') ? [reactions, votes] : [reactions]
}
