/** The pair of tokens: the access token lives 25 hours, the refresh token works once. */
import { z } from 'zod'
import type { HttpAnswer } from '../../../platform/http/contract'
import { ChannelError, type Call, type Credentials, type Json } from '../../contract'
import { exchange } from '../../contract/exchange'
import { failureOf } from '../failures'
import { TOKEN_LIFE_SECONDS } from '../limits'
import { credentials } from '../options'

/** `expires_in` is text. An empty token is no answer: it may never overwrite a good one. */
const pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish(),
})

export type Pair = { accessToken: string; refreshToken: string; expiresAt: Date }

/** The refresh token works once: whatever happens after it was sent, only a new pair or Zalo's own refusal is certain. */
export async function renew(call: Call): Promise<Credentials> {
  const { refreshToken, appId, appSecret } = credentials.parse(call.credentials)
  if (!appId || !appSecret)
    throw new ChannelError(
      'unauthorized',
      'Chưa có App ID và Secret key của ứng dụng Zalo nên không gia hạn được; hãy khai báo ứng dụng rồi kết nối lại.',
      { code: 'no-application' },
    )
  const form = { refresh_token: refreshToken, app_id: appId, grant_type: 'refresh_token' }
  const { expiresAt, ...tokens } = await askForPair(call, { form, appSecret, failure: failureAfterSend }).catch(explain)
  return { credentials: { ...tokens, ...ownKeys(call.credentials) }, expiresAt }
}

/** Keys that were pasted with the channel stay with it; what an application brought is not written down a second time. */
function ownKeys(given: unknown): Record<string, Json> {
  const { appId, appSecret } = credentials.parse(given)
  return { ...(appId ? { appId } : {}), ...(appSecret ? { appSecret } : {}) }
}

function failureAfterSend(answer: HttpAnswer): ChannelError | null {
  return failureOf(answer, true)
}

type Grant = {
  form: Record<string, string>
  appSecret: string
  failure(answer: HttpAnswer): ChannelError | null
}

export async function askForPair(call: Call, { form, appSecret, failure }: Grant): Promise<Pair> {
  const answer = await exchange(call, {
    request: {
      method: 'POST',
      url: `${call.addresses['oauth']}/v4/oa/access_token`,
      headers: { secret_key: appSecret },
      body: new URLSearchParams(form),
    },
    irreversible: true,
    schema: pair,
    failure,
  })
  const life = answer.expires_in ?? TOKEN_LIFE_SECONDS
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: new Date(call.now().getTime() + life * 1000),
  }
}

/** The standard sentence speaks of a post; here it is the token whose fate is open. */
function explain(error: unknown): never {
  if (!(error instanceof ChannelError && error.kind === 'outcome-unknown')) throw error
  const { kind, code, cause } = error
  throw new ChannelError(kind, 'Zalo không trả lời rõ khi đổi mã truy cập; hệ thống giữ mã cũ và sẽ thử lại.', {
    code,
    cause,
  })
}
