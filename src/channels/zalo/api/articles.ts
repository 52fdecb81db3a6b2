/** The article family: an article is made, changed and removed by jobs whose token `verify` turns into its id. */
import { z } from 'zod'
import type { Call } from '../../contract'
import type { ZaloPost } from '../options'
import { ask } from './ask'

export const id = z.string().min(1)
export const tokenAnswer = z.object({ data: z.object({ token: id }) })

/** A post with everything in it that only Zalo can name. */
export type Content = { post: ZaloPost; video: string | null; related: string[] }

/** Nobody can see it; that is why a lost answer here is no unknown outcome. */
export async function createHidden(call: Call, content: Content): Promise<string> {
  const { data } = await ask(call, { path: 'article/create', body: toArticle(content, 'hide'), schema: tokenAnswer })
  return data.token
}

/** The call that makes the article visible. It replaces the whole article, so doing it twice shows the same one. */
export async function show(call: Call, { article, content }: { article: string; content: Content }): Promise<string> {
  const body = { ...toArticle(content, 'show'), id: article }
  const { data } = await ask(call, { path: 'article/update', body, irreversible: true, schema: tokenAnswer })
  return data.token
}

/** `status` is always sent: whether leaving it out hides an article is not documented. */
function toArticle({ post, video, related }: Content, status: 'show' | 'hide') {
  const { title, description, comment, coverUrl } = post
  const common = { type: post.type, title, description, comment, status }
  if (post.type === 'video') return { ...common, video_id: video, avatar: coverUrl }
  return {
    ...common,
    author: post.author,
    cover: { cover_type: 'photo', photo_url: coverUrl, status: 'show' },
    body: post.body,
    ...(related.length > 0 ? { related_medias: related } : {}),
    ...(post.cite ? { cite: post.cite } : {}),
  }
}

/** `id` is documented; one third party saw `article_id`. */
const verified = z.object({ data: z.object({ id: id.nullish(), article_id: id.nullish() }) })
const named = verified.transform(({ data }) => data.id ?? data.article_id).pipe(id)

/** The id of the article that a `create` or `update` worked on. @throws ChannelError -214 while it is processing. */
export async function verify(call: Call, token: string): Promise<string> {
  return ask(call, { path: 'article/verify', body: { token }, schema: named })
}

export async function remove(call: Call, article: string): Promise<void> {
  await ask(call, { path: 'article/remove', body: { id: article }, schema: z.object({ error: z.literal(0) }) })
}

const block = z.object({ type: z.string().nullish(), content: z.string().nullish() })
const detail = z.object({
  data: z.object({
    title: z.string().nullish(),
    description: z.string().nullish(),
    status: z.string().nullish(),
    body: z.array(block).nullish(),
  }),
})
export type Detail = z.infer<typeof detail>['data']

export async function readDetail(call: Call, article: string): Promise<Detail> {
  const { data } = await ask(call, { path: 'article/getdetail', query: { id: article }, schema: detail })
  return data
}
