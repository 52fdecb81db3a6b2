/** Everything in a post that only Zalo can name: its video, and other articles of this OA. */
import { ChannelError, type Call, type Draft } from '../../contract'
import type { Content } from '../api/articles'
import { findListed } from '../api/list'
import { readDetailIfThere } from '../find'
import type { ZaloPost } from '../options'
import { ensureVideo, freshVideo } from './video'

export async function contentOf(draft: Draft<ZaloPost>, call: Call): Promise<Content> {
  return { post: draft.post, video: await ensureVideo(draft, call), related: await relatedOf(draft, call) }
}

export async function freshContentOf(draft: Draft<ZaloPost>, call: Call): Promise<Content> {
  return { post: draft.post, video: await freshVideo(draft, call), related: await relatedOf(draft, call) }
}

async function relatedOf({ post }: Draft<ZaloPost>, call: Call): Promise<string[]> {
  return post.type === 'normal' ? resolveArticles(call, post.related) : []
}

/** Ids of visible articles of this OA. @throws ChannelError `rejected` for one that is not there or hidden */
export async function resolveArticles(call: Call, references: string[]): Promise<string[]> {
  const found: string[] = []
  for (const reference of references) found.push(await resolve(call, reference.trim()))
  return [...new Set(found)]
}

async function resolve(call: Call, reference: string): Promise<string> {
  const article = URL.canParse(reference) ? await findByLink(call, reference) : reference
  const detail = await readDetailIfThere(call, article)
  if (detail?.status === 'show') return article
  const state = detail === null ? 'không có trong Official Account này' : 'đang ẩn'
  throw new ChannelError(
    'rejected',
    `Bài “${reference}” ${state}; hãy sửa mã hoặc đường dẫn ở bản Zalo rồi duyệt lại.`,
    {
      code: detail === null ? 'other-article-missing' : 'other-article-hidden',
    },
  )
}

/** By the address in the list; an address that stands nowhere there may still carry the id. */
async function findByLink(call: Call, link: string): Promise<string> {
  const { href, searchParams, hash } = new URL(link)
  const { found } = await findListed(
    call,
    async ({ link_view: own }) => !!own && URL.canParse(own) && new URL(own).href === href,
  )
  return found?.id ?? searchParams.get('id') ?? (hash.slice(1) || link)
}
