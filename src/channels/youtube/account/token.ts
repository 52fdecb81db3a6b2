/** https://oauth2.googleapis.com: tokens for a code, tokens for a refresh token, and what a token may do. */
import { z } from 'zod'
import type { HttpAnswer } from '../../../platform/http/contract'
import { ChannelError, type Call } from '../../contract'
import { exchange, readJson, unrecognised } from '../../contract/exchange'
import { isSuccess } from '../failures'

const granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.number(),
  refresh_token: z.string().min(1).nullish(),
  scope: z.string().nullish(),
})

export type Granted = z.infer<typeof granted>

export function grant(call: Call, form: Record<string, string>): Promise<Granted> {
  const url = `${call.addresses['oauth']}/token`
  const request = { method: 'POST' as const, url, body: new URLSearchParams(form) }
  return exchange(call, { request, irreversible: false, schema: granted, failure: tokenFailure(call) })
}

/** By header, not by address: an address may end in somebody's log. */
export async function describeToken(call: Call, accessToken: string): Promise<string | null> {
  const headers = { authorization: `Bearer ${accessToken}` }
  const request = { method: 'POST' as const, url: `${call.addresses['oauth']}/tokeninfo`, headers }
  const schema = z.object({ scope: z.string().nullish() })
  const { scope } = await exchange(call, { request, irreversible: false, schema, failure: tokenFailure(call) })
  return scope ?? null
}

/** The token endpoint has its own errors: `{ error: 'invalid_grant', error_description, error_subtype }`. */
const refusal = z.object({ error: z.string(), error_subtype: z.string().nullish() })

const REFUSALS: Readonly<Record<string, string>> = {
  invalid_grant:
    'Google đã thu hồi quyền kết nối (bị gỡ, 6 tháng không dùng, hoặc ứng dụng còn ở chế độ thử nghiệm chỉ giữ 7 ngày); hãy kết nối lại kênh YouTube.',
  invalid_rapt: 'Google Workspace của đơn vị đòi đăng nhập lại theo kỳ hạn; hãy kết nối lại kênh YouTube.',
  invalid_client: 'Mã ứng dụng hoặc khóa bí mật của Google không đúng; hãy kiểm tra lại rồi kết nối lại.',
  unauthorized_client: 'Ứng dụng Google không được phép dùng kết nối này; hãy kết nối lại kênh YouTube.',
  deleted_client: 'Ứng dụng Google đã bị xóa; hãy tạo ứng dụng khác rồi kết nối lại.',
  disabled_client: 'Ứng dụng Google đang bị tắt; hãy bật lại trong Google Cloud rồi kết nối lại.',
  admin_policy_enforced: 'Quản trị Google Workspace chặn ứng dụng này; hãy liên hệ quản trị của đơn vị.',
  redirect_uri_mismatch:
    'Địa chỉ chuyển hướng chưa khai trong Google Cloud; hãy chép đúng địa chỉ hiện ở trang kết nối.',
  invalid_token: 'Mã truy cập YouTube không còn hiệu lực; hãy kết nối lại kênh.',
}

function tokenFailure(call: Call): (answer: HttpAnswer) => ChannelError | null {
  return (answer) => {
    if (isSuccess(answer)) return null
    const code = codeOf(answer)
    const details = { code: code || `http-${answer.status}`, httpStatus: answer.status }
    const message = REFUSALS[code]
    if (message) return new ChannelError('unauthorized', message, details)
    if (answer.status === 429)
      return new ChannelError('throttled', 'Google đang giới hạn tốc độ gọi; hệ thống sẽ tự thử lại.', {
        ...details,
        retryAfter: 60,
      })
    call.log.warn({ code: details.code, status: answer.status }, 'unlisted answer of the token endpoint')
    return unrecognised(false, details)
  }
}

function codeOf({ status, text }: HttpAnswer): string {
  const told = refusal.safeParse(readJson(text)).data
  if (told?.error_subtype && REFUSALS[told.error_subtype]) return told.error_subtype
  return told?.error ?? (status === 401 ? 'invalid_token' : '')
}
