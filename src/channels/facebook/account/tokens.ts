/** Tokens: what one is good for, and how a longer one is got. */
import { z } from 'zod'
import type { Call } from '../../contract'
import { ask } from '../api'

export type Keys = { appId: string; appSecret: string }

const inspected = z.object({
  data: z.object({
    is_valid: z.boolean().nullish(),
    /** Seconds; 0 is never. */
    expires_at: z.number().nullish(),
    data_access_expires_at: z.number().nullish(),
    scopes: z.array(z.string()).nullish(),
    /** A permission may have been given for some Pages only. Ids were JSON numbers in older answers. */
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.coerce.string()).nullish() }))
      .nullish(),
  }),
})

export type TokenFacts = {
  isValid: boolean
  scopes: string[]
  expiresAt: Date | null
  dataAccessEndsAt: Date | null
  /** Whether a permission holds for this Page. */
  covers(scope: string, page: string): boolean
}

export async function inspectToken(call: Call, { token, keys }: { token: string; keys: Keys }): Promise<TokenFacts> {
  const { data } = await ask(call, {
    method: 'GET',
    path: 'debug_token',
    query: { input_token: token },
    token: `${keys.appId}|${keys.appSecret}`,
    schema: inspected,
  })
  const scopes = data.scopes ?? []
  return {
    isValid: data.is_valid !== false,
    scopes,
    expiresAt: toDate(data.expires_at),
    dataAccessEndsAt: toDate(data.data_access_expires_at),
    covers: (scope, page) => {
      const targets = data.granular_scopes?.find((granular) => granular.scope === scope)?.target_ids
      return scopes.includes(scope) && (!targets || targets.length === 0 || targets.includes(page))
    },
  }
}

function toDate(seconds: number | null | undefined): Date | null {
  return seconds ? new Date(seconds * 1000) : null
}

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().nullish() })

export type Grant = { token: string; expiresAt: Date | null }

export async function tradeCode(
  call: Call,
  { keys, code, redirectUri }: { keys: Keys; code: string; redirectUri: string },
): Promise<Grant> {
  return grant(call, { keys, parameters: { redirect_uri: redirectUri, code } })
}

/** About 60 days. An expired token cannot be traded: the person signs in again. */
export async function lengthen(call: Call, { keys, token }: { keys: Keys; token: string }): Promise<Grant> {
  return grant(call, { keys, parameters: { grant_type: 'fb_exchange_token', fb_exchange_token: token } })
}

async function grant(
  call: Call,
  { keys, parameters }: { keys: Keys; parameters: Record<string, string> },
): Promise<Grant> {
  const answer = await ask(call, {
    method: 'GET',
    path: 'oauth/access_token',
    query: { client_id: keys.appId, client_secret: keys.appSecret, ...parameters },
    token: null,
    schema: granted,
  })
  const expiresAt = answer.expires_in ? new Date(call.now().getTime() + answer.expires_in * 1000) : null
  return { token: answer.access_token, expiresAt }
}
