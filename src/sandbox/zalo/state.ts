/** What the look-alike remembers. Ids are strings, longer than any number can hold. */
import { createHash } from 'node:crypto'
import type { Desk } from '../contract'
import type { ArticleFields } from './checks'

export type Account = {
  id: string
  name: string
  appId: string
  appSecret: string
  accessToken: string
  refreshToken: string
  renewals: number
}

export type Article = ArticleFields & {
  id: string
  account: string
  pictures: string[]
  createdAt: string
  updatedAt: string
  /** When it was first shown. */
  shownAt: string | null
  isRemoved: boolean
}

/** A `create` or `update` that Zalo is still working on. */
export type Job = { token: string; account: string; article: string; looksLeft: number; pending: Article | null }

/** How this Zalo behaves where the real one is not documented; tests set either reading. */
export type Settings = { appears: 'when-accepted' | 'when-verified'; looks: number }

export const TOKEN_LIFE_SECONDS = 90_000

export function settingsOf(desk: Desk): Settings {
  return desk.records.get<Settings>('zalo.settings', 'reading') ?? { appears: 'when-accepted', looks: 1 }
}

export function changeSettings(desk: Desk, settings: Settings): void {
  desk.records.put('zalo.settings', 'reading', settings)
}

export function openAccount(desk: Desk, name: string): Account {
  const known = desk.records.list<Account>('zalo.accounts').find((account) => account.name === name)
  if (known) return known
  const id = `3170504205550${String(desk.next('zalo.account')).padStart(6, '0')}`
  const appSecret = digest(`zalo:${id}:${name}:secret`).slice(0, 20)
  return giveTokens(desk, {
    id,
    name,
    appId: '1200300400500600700',
    appSecret,
    accessToken: '',
    refreshToken: '',
    renewals: 0,
  })
}

/** A new pair; the refresh token before it is dead from now on. */
export function giveTokens(desk: Desk, account: Account): Account {
  const renewals = account.renewals + 1
  const secret = (purpose: string) => digest(`zalo:${account.id}:${account.name}:${purpose}:${renewals}`)
  const renewed = { ...account, renewals, accessToken: secret('access'), refreshToken: secret('refresh') }
  desk.records.put('zalo.accounts', account.id, renewed)
  const expiresAt = new Date(desk.now().getTime() + TOKEN_LIFE_SECONDS * 1000).toISOString()
  desk.records.put('zalo.tokens', renewed.accessToken, { account: account.id, expiresAt })
  return renewed
}

/** An access token lives out its 25 hours, renewed or not. */
export function findAccountByToken(desk: Desk, token: string): Account | null {
  const known = desk.records.get<{ account: string; expiresAt: string }>('zalo.tokens', token)
  if (!known || Date.parse(known.expiresAt) <= desk.now().getTime()) return null
  return desk.records.get<Account>('zalo.accounts', known.account) ?? null
}

export function nextId(desk: Desk, kind: 'article' | 'job'): string {
  return digest(`zalo:${kind}:${desk.next(`zalo.${kind}`)}`).slice(0, kind === 'article' ? 20 : 48)
}

export function getArticle(desk: Desk, { account, id }: { account: string; id: string }): Article | null {
  const article = desk.records.get<Article>('zalo.articles', id)
  return article && article.account === account && !article.isRemoved ? article : null
}

/** Newest first. */
export function listArticles(desk: Desk, account: string): Article[] {
  return desk.records
    .list<Article>('zalo.articles')
    .filter((article) => article.account === account && !article.isRemoved)
    .toReversed()
}

export function textOf({ description, body }: Pick<Article, 'description' | 'body'>): string {
  const texts = body.flatMap((block) => (block.type === 'text' ? [block.content] : []))
  return [description, ...texts].join('\n\n')
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
