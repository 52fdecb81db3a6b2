/** What the public does to a video. YouTube tells nobody by itself: the numbers are read. */
import type { Desk, PublicAct } from '../../contract'
import { VIDEOS, type VideoRecord } from '../state'
import { findVideo } from '../videos'

export const acts: Readonly<Record<string, PublicAct>> = {
  view: { label: 'Xem', act: (desk, post) => change(desk, post, ({ views }) => ({ views: views + 1 })) },
  like: { label: 'Thích', act: (desk, post) => change(desk, post, ({ likes }) => ({ likes: likes + 1 })) },
  comment: {
    label: 'Bình luận',
    act: (desk, post, text) =>
      change(desk, post, ({ comments }) => ({
        comments: [...comments, { by: 'Người xem', text, at: desk.now().toISOString() }],
      })),
  },
  remove: {
    label: 'Gỡ trên YouTube',
    act: (desk, post) => change(desk, post, () => ({ isDeleted: true })),
  },
}

type Post = { account: string; id: string }

function change(desk: Desk, { account, id }: Post, how: (video: VideoRecord) => Partial<VideoRecord>): void {
  const video = findVideo(desk, id)
  if (video?.channel === account) desk.records.put(VIDEOS, id, { ...video, ...how(video) })
}
