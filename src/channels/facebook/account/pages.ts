/** The Pages that a person may work on, with a token for each. */
import { z } from 'zod'
import { ChannelError, type Call, type Profile } from '../../contract'
import { ask } from '../api'

const MOST_LISTS = 20

/** `verification_status`: blue_verified, gray_verified or not_verified. */
export const profileSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  link: z.string().nullish(),
  picture: z.object({ data: z.object({ url: z.string().nullish() }).nullish() }).nullish(),
  followers_count: z.number().nullish(),
  verification_status: z.string().nullish(),
})
export const PROFILE_FIELDS = 'id,name,link,picture{url},followers_count,verification_status'

export function toProfile(page: z.infer<typeof profileSchema>): Profile {
  return {
    account: page.id,
    name: page.name || page.id,
    url: page.link ?? `https://www.facebook.com/${page.id}`,
    picture: page.picture?.data?.url ?? null,
    followers: page.followers_count ?? null,
    verified: page.verification_status ? page.verification_status !== 'not_verified' : null,
  }
}

const owned = profileSchema.extend({
  access_token: z.string().min(1).nullish(),
  tasks: z.array(z.string()).nullish(),
})
export type OwnedPage = z.infer<typeof owned>

const paging = z.object({ cursors: z.object({ after: z.string().nullish() }).nullish(), next: z.string().nullish() })

/** Pages that belong to a business may be missing from the person's own list; each page comes once. */
export async function listPages(call: Call, token: string): Promise<OwnedPage[]> {
  const fields = `${PROFILE_FIELDS},access_token,tasks`
  const own = await readAll(call, { path: 'me/accounts', fields, token, entry: owned })
  const entry = z.object({ id: z.string() })
  const businesses = await orNone(call, readAll(call, { path: 'me/businesses', fields: 'id', token, entry }))
  const pages = [...own]
  for (const { id } of businesses)
    for (const edge of ['owned_pages', 'client_pages'])
      pages.push(...(await orNone(call, readAll(call, { path: `${id}/${edge}`, fields, token, entry: owned }))))
  return [...new Map(pages.toReversed().map((page) => [page.id, page])).values()].toReversed()
}

/** Businesses need a permission that most people are not asked for; without it there simply are none. */
async function orNone<Entry>(call: Call, list: Promise<Entry[]>): Promise<Entry[]> {
  try {
    return await list
  } catch (error) {
    if (!(error instanceof ChannelError && ['unauthorized', 'rejected'].includes(error.kind))) throw error
    call.log.info({ code: error.code }, 'pages of businesses are not listed')
    return []
  }
}

type Listing<Entry> = { path: string; fields: string; token: string; entry: z.ZodType<Entry> }

async function readAll<Entry>(call: Call, { path, fields, token, entry }: Listing<Entry>): Promise<Entry[]> {
  const schema = z.object({ data: z.array(entry), paging: paging.nullish() })
  const entries: Entry[] = []
  let after: string | null = null
  for (let list = 0; list < MOST_LISTS; list += 1) {
    const query: Record<string, string> = { fields, limit: '100', ...(after === null ? {} : { after }) }
    const answer: z.infer<typeof schema> = await ask(call, { method: 'GET', path, query, token, schema })
    entries.push(...answer.data)
    after = answer.paging?.next ? (answer.paging.cursors?.after ?? null) : null
    if (after === null) break
  }
  return entries
}
