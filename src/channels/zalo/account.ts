/** Who the OA is, and its next pair of tokens. */
import { z } from 'zod'
import { ChannelError, type Call, type Credentials, type Health } from '../contract'
import { exchange } from '../contract/exchange'
import { ask } from './api'
import { failureOf } from './failures'
import { TOKEN_LIFE_SECONDS } from './limits'
import { credentials } from './options'

const oa = z.object({ data: z.object({ oaid: z.coerce.string().nullish(), name: z.string().nullish() }) })

export async function check(call: Call): Promise<Health> {
  const { data } = await ask(call, { path: 'oa/getoa', schema: oa })
  if (data.oaid && data.oaid !== call.account) {
    throw new ChannelError('unauthorized', 'Mã truy cập thuộc về một Official Account khác; hãy kết nối lại đúng OA.', {
      code: 'other-account',
    })
  }
  const name = data.name ?? call.account
  const profile = { account: call.account, name, url: null, picture: null, followers: null, verified: null }
  return { identity: name, profile, scopes: [], warnings: [], expiresAt: null, quotaLeft: null }
}

/** `expires_in` is text. An empty token is no answer: it may never overwrite a good one. */
const pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish(),
})

/** The refresh token works once: whatever happens after it was sent, only a new pair or Zalo's own refusal is certain. */
export async function renew(call: Call): Promise<Credentials> {
  const { refreshToken, appId, appSecret } = credentials.parse(call.credentials)
  const answer = await askForPair(call, { refreshToken, appId, appSecret }).catch(explain)
  const life = answer.expires_in ?? TOKEN_LIFE_SECONDS
  return {
    credentials: { accessToken: answer.access_token, refreshToken: answer.refresh_token, appId, appSecret },
    expiresAt: new Date(call.now().getTime() + life * 1000),
  }
}

type Grant = { refreshToken: string; appId: string; appSecret: string }

function askForPair(call: Call, { refreshToken, appId, appSecret }: Grant): Promise<z.infer<typeof pair>> {
  return exchange(call, {
    request: {
      method: 'POST',
      url: `${call.addresses['oauth']}/v4/oa/access_token`,
      headers: { secret_key: appSecret },
      body: new URLSearchParams({ refresh_token: refreshToken, app_id: appId, grant_type: 'refresh_token' }),
    },
    irreversible: true,
    schema: pair,
    failure: (answer) => failureOf(answer, true),
  })
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
