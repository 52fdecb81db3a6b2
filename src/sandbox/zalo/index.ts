import { createHmac } from 'node:crypto'
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { failed, throttled, tokenDead } from './answers'
import { createArticle, removeArticle, updateArticle, verifyArticle, type Asked } from './articles'
import { renewTokens } from './oauth'
import { listSlice, readAccount, readDetail } from './reading'
import { findAccountByToken, openAccount, type Account } from './state'
import { wall } from './wall'

export const lookalike: Lookalike = {
  platform: 'zalo',
  label: 'Zalo',
  mounts: { ZALO_OPENAPI_URL: '/zalo/openapi', ZALO_OAUTH_URL: '/zalo/oauth' },
  nameCall: ({ method, path }) =>
    path === TOKEN_PATH ? 'token.renew' : (routes[`${method} ${path}`]?.call ?? 'unknown'),
  handle,
  throttled,
  tokenDead,
  wall,
  open: (desk, name) => {
    const { id, accessToken, refreshToken, appId, appSecret } = openAccount(desk, name)
    return { account: id, url: `https://zalo.me/${id}`, credentials: { accessToken, refreshToken, appId, appSecret } }
  },
}

type Route = { call: string; answer: (asked: Asked) => SandboxAnswer | Promise<SandboxAnswer> }

const TOKEN_PATH = '/v4/oa/access_token'

const routes: Readonly<Record<string, Route>> = {
  'POST /v2.0/article/create': { call: 'article.create', answer: createArticle },
  'POST /v2.0/article/update': { call: 'article.update', answer: updateArticle },
  'POST /v2.0/article/verify': { call: 'article.verify', answer: verifyArticle },
  'POST /v2.0/article/remove': { call: 'article.remove', answer: removeArticle },
  'GET /v2.0/article/getslice': { call: 'article.list', answer: listSlice },
  'GET /v2.0/article/getdetail': { call: 'article.read', answer: readDetail },
  'GET /v2.0/oa/getoa': { call: 'account.read', answer: readAccount },
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  if (request.path === TOKEN_PATH) return renewTokens(request, desk)
  const route = routes[`${request.method} ${request.path}`]
  if (!route) return { status: 404, body: 'Not Found' }
  const account = findAccountByToken(desk, request.headers['access_token'] ?? '')
  if (!account) return tokenDead()
  if (!isProven(account, request)) return failed(-242, 'appsecret_proof is invalid')
  return route.answer({ account, request, desk })
}

/** Checked only when it is sent. */
function isProven({ appSecret }: Account, { headers }: SandboxRequest): boolean {
  const proof = headers['appsecret_proof']
  return (
    proof === undefined ||
    proof ===
      createHmac('sha256', appSecret)
        .update(headers['access_token'] ?? '')
        .digest('hex')
  )
}
