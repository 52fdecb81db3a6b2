import { z } from 'zod'
import { ChannelError, type Call, type Health } from '../contract'
import { ask } from './api'
import { credentials } from './options'

const page = z.object({ id: z.string(), name: z.string().nullish() })

const inspected = z.object({
  data: z.object({
    is_valid: z.boolean().nullish(),
    expires_at: z.number().nullish(),
    scopes: z.array(z.string()).nullish(),
  }),
})

/** `/me` of a Page token is the Page itself: a token of a person or of another Page shows at once. */
export async function check(call: Call): Promise<Health> {
  const me = await ask(call, { method: 'GET', path: 'me', query: { fields: 'id,name' }, schema: page })
  if (me.id !== call.account) {
    throw new ChannelError(
      'unauthorized',
      'Mã truy cập thuộc về một Trang Facebook khác; hãy kết nối lại đúng Trang.',
      { code: 'other-page' },
    )
  }
  const token = await inspectToken(call)
  const name = me.name ?? me.id
  const profile = { account: me.id, name, url: null, picture: null, followers: null, verified: null }
  return { identity: name, profile, ...token, warnings: [], quotaLeft: null }
}

async function inspectToken(call: Call): Promise<Pick<Health, 'scopes' | 'expiresAt'>> {
  const { pageToken, appId, appSecret } = credentials.parse(call.credentials)
  if (!appId || !appSecret) return { scopes: [], expiresAt: null }
  const { data } = await ask(call, {
    method: 'GET',
    path: 'debug_token',
    query: { input_token: pageToken },
    token: `${appId}|${appSecret}`,
    schema: inspected,
  })
  if (data.is_valid === false) {
    throw new ChannelError('unauthorized', 'Facebook báo mã truy cập của Trang không còn hiệu lực; hãy kết nối lại.', {
      code: 'token-invalid',
    })
  }
  // 0 means "never".
  return { scopes: data.scopes ?? [], expiresAt: data.expires_at ? new Date(data.expires_at * 1000) : null }
}
