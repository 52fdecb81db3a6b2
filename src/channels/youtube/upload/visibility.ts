/** Who may see the video, as it was meant and as it is. */
import type { Video } from '../api'
import type { YoutubePost } from '../options'

export type Meant = Pick<YoutubePost, 'privacy' | 'publishAt'>

/** With an hour YouTube itself opens a private video; an hour in the past means at once (videos resource, `publishAt`). */
export function statusToSend({ privacy, publishAt }: Meant, now: Date): { privacyStatus: string; publishAt?: string } {
  if (publishAt === null) return { privacyStatus: privacy }
  return new Date(publishAt) > now ? { privacyStatus: 'private', publishAt } : { privacyStatus: 'public' }
}

export type Visibility = 'as-meant' | 'soon' | 'hour-lost' | 'changed'

/** Accounts may be forced to private: the API then answers with success and nobody sees the video. */
export function compareVisibility({ status }: Video, meant: Meant, now: Date): Visibility {
  const wanted = statusToSend(meant, now)
  if (status.privacyStatus !== wanted.privacyStatus) return isDue(status, meant) ? 'soon' : 'changed'
  if (wanted.publishAt === undefined) return 'as-meant'
  return hourOf(status) === Date.parse(wanted.publishAt) ? 'as-meant' : 'hour-lost'
}

/** The hour came while the bytes were on their way, or a moment ago. */
function isDue(status: Video['status'], { publishAt }: Meant): boolean {
  return publishAt !== null && status.privacyStatus === 'private' && hourOf(status) !== null
}

function hourOf({ publishAt }: Video['status']): number | null {
  return publishAt ? Date.parse(publishAt) : null
}
