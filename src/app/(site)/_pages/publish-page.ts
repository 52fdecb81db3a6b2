import type { SitePost } from '@/channels/site/post'
import { sha256 } from '@/platform/crypto'
import type { Page, Site } from './site'

const MOST_SUFFIXES = 50

/** May be called any number of times with the same post: one page comes of it. A withdrawn page does not rise again. */
export async function publishPage(
  post: SitePost,
  { pages, now }: Site,
): Promise<{ page: Page; isNew: boolean } | 'withdrawn'> {
  const hash = sha256(JSON.stringify(post))
  for (let number = 1; number <= MOST_SUFFIXES; number += 1) {
    const known = await pages.findByPublication(post.publication)
    if (known) return refresh(known, { post, hash }, pages)
    const slug = number === 1 ? post.slug : `${post.slug}-${number}`
    const page = await pages.insert({ publication: post.publication, slug, post, hash, publishedAt: now() })
    if (page !== 'taken') return { page, isNew: true }
  }
  throw new Error(`no free address for ${post.slug}`)
}

/** The page as it is afterwards; null when there never was one. */
export async function withdrawPage(publication: string, { pages, now }: Site): Promise<Page | null> {
  await pages.withdraw(publication, now())
  return pages.findByPublication(publication)
}

async function refresh(
  known: Page,
  changes: Pick<Page, 'post' | 'hash'>,
  pages: Site['pages'],
): Promise<{ page: Page; isNew: boolean } | 'withdrawn'> {
  if (known.state === 'gone') return 'withdrawn'
  if (known.hash !== changes.hash) await pages.replace(known.publication, changes)
  return { page: { ...known, ...changes }, isNew: false }
}
