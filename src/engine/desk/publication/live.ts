import type { Live } from '@/channels/contract'
import type { Engine } from '../..'
import type { Publication } from '../../rows'

/** The post as a driver knows it. */
export function liveOf({ now }: Engine, { id, remoteId, remoteUrl, publishedAt }: Publication): Live {
  return { publication: id, remoteId: remoteId ?? '', url: remoteUrl ?? '', publishedAt: publishedAt ?? now() }
}
