/** What answers each call, by who may make it. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { listAccounts, listBusinesses, listBusinessPages } from './access/accounts'
import { readMe, readPage } from './access/page'
import { listSubscribed, subscribeApp, subscribePage, unsubscribePage } from './access/subscriptions'
import { badParameter } from './answers/errors'
import { deleteFilm, editFilm, listReels, listVideos, readFilm } from './films/read'
import { takeBytes, uploadReel } from './films/reels'
import { uploadVideo } from './films/videos'
import { createComment, listComments } from './posts/comments'
import { createPost } from './posts/create'
import { readInsights } from './posts/insights'
import { listFeed, listPublished, listScheduled } from './posts/lists'
import { createPhoto } from './posts/photos'
import { deletePost, editPost, readPost } from './posts/read'
import type { Route } from './routes'
import type { Page } from './state'
import type { Caller } from './state/people'

export type Asked = Route & {
  caller: Caller
  request: SandboxRequest
  fields: Record<string, string>
  desk: Desk
  query: URLSearchParams
  origin: string
}

type Answer = SandboxAnswer | Promise<SandboxAnswer>

/** Whoever the token belongs to. */
export const forAnybody: Readonly<Record<string, (asked: Asked) => Answer>> = {
  'me.read': (asked) => readMe(asked.caller, asked),
  'accounts.list': listAccounts,
  'businesses.list': listBusinesses,
  'businesses.pages': listBusinessPages,
  'comments.list': listComments,
  'app.subscribe': subscribeApp,
}

/** With a Page's own token, on that Page: `{page}/…`. */
export const onPage: Readonly<Record<string, (asked: Asked & { page: Page }) => Answer>> = {
  'page.read': (asked) => readPage(asked.page, asked),
  'feed.create': (asked) => createPost({ ...asked, asked: asked.query.get('fields') ?? asked.fields['fields'] ?? '' }),
  'feed.list': listFeed,
  'posts.list': listPublished,
  'scheduled.list': listScheduled,
  'photos.create': createPhoto,
  'videos.start': uploadVideo,
  'videos.transfer': uploadVideo,
  'videos.finish': uploadVideo,
  'videos.cancel': uploadVideo,
  'videos.list': listVideos,
  'reels.start': uploadReel,
  'reels.finish': uploadReel,
  'reels.list': listReels,
  'page.subscribe': subscribePage,
  'page.subscribed': listSubscribed,
  'page.unsubscribe': unsubscribePage,
}

/** With a Page's own token, on something that belongs to it. */
export const ofPage: Readonly<Record<string, (asked: Asked & { page: Page }) => Answer>> = {
  'post.read': (asked) => readPost(asked.node, asked),
  'post.update': (asked) => editPost(asked.node, asked),
  'post.delete': (asked) => deletePost(asked.node, asked),
  'comments.create': createComment,
  'insights.read': (asked) => readInsights(asked.node, asked),
  'film.read': readFilm,
  'film.update': editFilm,
  'film.delete': deleteFilm,
  'reels.upload': (asked) => takeBytes(asked, asked.desk),
}

export function unsupported({ method }: SandboxRequest): SandboxAnswer {
  return badParameter(`Unsupported ${method.toLowerCase()} request`)
}
