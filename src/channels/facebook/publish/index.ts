/** Everything that is invisible goes first and is remembered; then exactly one call that makes the post visible. */
import type { Call, Draft, Processing, Published } from '../../contract'
import type { FacebookPost } from '../options'
import { publishPost } from './post'
import { publishReel } from './reel'
import { publishVideo } from './video'

export function publish(draft: Draft<FacebookPost>, call: Call): Promise<Published | Processing> {
  switch (draft.post.film?.as) {
    case undefined:
      return publishPost(draft, call)
    case 'video':
      return publishVideo(draft, call)
    case 'reel':
      return publishReel(draft, call)
  }
}
