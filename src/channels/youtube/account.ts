/** Who the credentials belong to, what they may do, and new ones. */
import { z } from 'zod'
import type { HttpAnswer } from '../../platform/http/contract'
import { ChannelError, type Call, type Credentials, type Health } from '../contract'
import { exchange, readJson, unrecognised } from '../contract/exchange'
import { authorize, readOwnChannel } from './api'
import { isSuccess } from './failures'
import { credentials } from './options'

const MAY_UPLOAD = ['youtube.upload', 'youtube', 'youtube.force-ssl'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
)

export async function check(call: Call): Promise<Health> {
  const channel = await readOwnChannel(call)
  if (channel?.id !== call.account) {
    throw new ChannelError(
      'unauthorized',
      'Tài khoản Google đang kết nối không phải của kênh YouTube này; hãy kết nối lại đúng tài khoản.',
      { code: 'other-channel' },
    )
  }
  const scopes = await readScopes(call)
  if (scopes.length > 0 && !scopes.some((scope) => MAY_UPLOAD.includes(scope))) {
    throw new ChannelError(
      'unauthorized',
      'Kết nối YouTube thiếu quyền tải video lên; hãy kết nối lại và đồng ý mọi quyền được hỏi.',
      { code: 'missing-scope' },
    )
  }
  // The refresh token has no date, and Google tells nobody how much of the quota is left.
  const profile = {
    account: call.account,
    name: channel.title,
    url: null,
    picture: null,
    followers: null,
    verified: null,
  }
  return { identity: channel.title, profile, scopes, warnings: [], expiresAt: null, quotaLeft: null }
}

/** Empty when Google does not say: only what is known to be missing is a problem. */
async function readScopes(call: Call): Promise<string[]> {
  const request = { method: 'POST' as const, url: `${call.addresses['oauth']}/tokeninfo`, headers: authorize(call) }
  const { scope } = await exchange(call, {
    request,
    irreversible: false,
    schema: z.object({ scope: z.string().nullish() }),
    failure: tokenFailure,
  })
  return (scope ?? '').split(' ').filter((name) => name !== '')
}

const renewed = z.object({
  access_token: z.string().min(1),
  expires_in: z.number(),
  refresh_token: z.string().min(1).nullish(),
})

/** Google's refresh token is used again and again; a new one comes rarely and then replaces it. */
export async function renew(call: Call): Promise<Credentials> {
  const known = credentials.parse(call.credentials)
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: known.clientId,
    client_secret: known.clientSecret,
    refresh_token: known.refreshToken,
  })
  const request = { method: 'POST' as const, url: `${call.addresses['oauth']}/token`, body }
  const token = await exchange(call, { request, irreversible: false, schema: renewed, failure: tokenFailure })
  return {
    credentials: { ...known, accessToken: token.access_token, refreshToken: token.refresh_token ?? known.refreshToken },
    expiresAt: new Date(call.now().getTime() + token.expires_in * 1000),
  }
}

/** The token endpoint has its own errors: `{ error: 'invalid_grant', error_description }`. */
const refusal = z.object({ error: z.string() })

const REFUSALS: Readonly<Record<string, string>> = {
  invalid_grant: 'Google đã thu hồi quyền kết nối (hết hạn, đổi quyền hoặc bị gỡ); hãy kết nối lại kênh YouTube.',
  invalid_client: 'Mã ứng dụng hoặc khóa bí mật của Google không đúng; hãy kiểm tra lại rồi kết nối lại.',
  unauthorized_client: 'Ứng dụng Google không được phép dùng kết nối này; hãy kết nối lại kênh YouTube.',
  deleted_client: 'Ứng dụng Google đã bị xóa; hãy tạo ứng dụng khác rồi kết nối lại.',
  admin_policy_enforced: 'Quản trị Google Workspace chặn ứng dụng này; hãy liên hệ quản trị của đơn vị.',
  invalid_token: 'Mã truy cập YouTube không còn hiệu lực; hãy kết nối lại kênh.',
}

function tokenFailure(answer: HttpAnswer): ChannelError | null {
  if (isSuccess(answer)) return null
  const code = refusal.safeParse(readJson(answer.text)).data?.error ?? (answer.status === 401 ? 'invalid_token' : '')
  const details = { code: code || `http-${answer.status}`, httpStatus: answer.status }
  const message = REFUSALS[code]
  if (message) return new ChannelError('unauthorized', message, details)
  if (answer.status !== 429) return unrecognised(false, details)
  return new ChannelError('throttled', 'Google đang giới hạn tốc độ gọi; hệ thống sẽ tự thử lại.', {
    ...details,
    retryAfter: 60,
  })
}
