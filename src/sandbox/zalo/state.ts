/** What the look-alike remembers. Ids are strings, longer than any number can hold. */
import { createHash } from 'node:crypto'
import type { Desk } from '../contract'
import type { ArticleFields } from './articles/checks'
import { turn, turned } from './knobs'

export type Account = {
  id: string
  name: string
  appId: string
  appSecret: string
  accessToken: string
  refreshToken: string
  /** The refresh token lives three months. */
  refreshedAt?: string
  renewals: number
  /** Who came and went by the acts of the viewer. */
  followers?: number
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
  /** What the acts of the viewer added to the counters. */
  viewed?: number
  shared?: number
}

/** A `create` or `update` that Zalo is still working on. */
export type Job = { token: string; account: string; article: string; looksLeft: number; pending: Article | null }

/** How this Zalo behaves where the real one is not documented; tests set either reading. */
export type Settings = { appears: 'when-accepted' | 'when-verified'; looks: number }

export const TOKEN_LIFE_SECONDS = 90_000
const REFRESH_LIFE_DAYS = 90

/** The one application that the look-alike knows; its keys stand on its console page. */
export const APPLICATION = {
  appId: '1200300400500600700',
  appSecret: digest('zalo:application:secret').slice(0, 20),
  oaSecretKey: digest('zalo:application:oa-secret').slice(0, 20),
} as const

export function settingsOf(desk: Desk): Settings {
  const appears = turned(desk, 'appearsWhenVerified') === 1 ? 'when-verified' : 'when-accepted'
  return { appears, looks: turned(desk, 'verifyLooks') }
}

export function changeSettings(desk: Desk, { appears, looks }: Settings): void {
  turn(desk, 'appearsWhenVerified', appears === 'when-verified' ? 1 : 0)
  turn(desk, 'verifyLooks', looks)
}

export function openAccount(desk: Desk, name: string): Account {
  const known = listAccounts(desk).find((account) => account.name === name)
  if (known) return known
  const id = `3170504205550${String(desk.next('zalo.account')).padStart(6, '0')}`
  const { appId, appSecret } = APPLICATION
  return giveTokens(desk, { id, name, appId, appSecret, accessToken: '', refreshToken: '', renewals: 0 })
}

export function listAccounts(desk: Desk): Account[] {
  return desk.records.list<Account>('zalo.accounts')
}

export function getAccount(desk: Desk, id: string): Account | null {
  return desk.records.get<Account>('zalo.accounts', id) ?? null
}

/** A new pair; the refresh token before it is dead from now on. */
export function giveTokens(desk: Desk, account: Account): Account {
  const renewals = account.renewals + 1
  const secret = (purpose: string) => digest(`zalo:${account.id}:${account.name}:${purpose}:${renewals}`)
  const refreshedAt = desk.now().toISOString()
  const renewed = { ...account, renewals, refreshedAt, accessToken: secret('access'), refreshToken: secret('refresh') }
  desk.records.put('zalo.accounts', account.id, renewed)
  const expiresAt = new Date(desk.now().getTime() + TOKEN_LIFE_SECONDS * 1000).toISOString()
  desk.records.put('zalo.tokens', renewed.accessToken, { account: account.id, expiresAt })
  return renewed
}

export function isRefreshAlive(desk: Desk, { refreshedAt }: Account): boolean {
  if (!refreshedAt) return true
  return desk.now().getTime() - Date.parse(refreshedAt) < REFRESH_LIFE_DAYS * 86_400_000
}

/** An access token lives out its 25 hours, renewed or not. */
export function findAccountByToken(desk: Desk, token: string): Account | null {
  const known = desk.records.get<{ account: string; expiresAt: string }>('zalo.tokens', token)
  if (!known || Date.parse(known.expiresAt) <= desk.now().getTime()) return null
  return getAccount(desk, known.account)
}

export type Numbered = 'article' | 'job' | 'video' | 'upload' | 'message' | 'code' | 'follower'

export function nextId(desk: Desk, kind: Numbered): string {
  const length = kind === 'job' || kind === 'upload' || kind === 'code' ? 48 : 20
  return digest(`zalo:${kind}:${desk.next(`zalo.${kind}`)}`).slice(0, length)
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

export function textOf(article: Article): string {
  if (article.type === 'video') return article.description
  const texts = article.body.flatMap((block) => (block.type === 'text' ? [block.content] : []))
  return [article.description, ...texts].join('\n\n')
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
