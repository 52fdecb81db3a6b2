/** Signing in with Google: developers.google.com/identity/protocols/oauth2/web-server, with PKCE. */
import { createHash } from 'node:crypto'
import { type Call, type Candidate, ChannelError, type Connect, type Problem, type SignIn } from '../../contract'
import { listOwnChannels, type OwnChannel } from '../api'
import { application } from '../options'
import { profileOf } from './check'
import { ASKED, compareScopes, readScopes } from './scopes'
import { type Granted, grant } from './token'

export const connect: Connect = {
  application,
  variables: { clientId: 'GOOGLE_CLIENT_ID', clientSecret: 'GOOGLE_CLIENT_SECRET' },
  instructions: [
    'Vào console.cloud.google.com, tạo một dự án và bật YouTube Data API v3 và YouTube Analytics API.',
    'Ở màn hình xin phép (OAuth consent screen) chọn “In production”; ở chế độ “Testing” kết nối chỉ sống 7 ngày.',
    'Tạo OAuth client ID loại “Web application”, dán địa chỉ chuyển hướng ở dưới đây vào “Authorized redirect URIs”.',
    'Chép Client ID và Client secret về đây, rồi bấm kết nối bằng tài khoản Google quản lý kênh YouTube.',
  ],
  authorize,
  accept,
}

/** Offline and with consent every time: otherwise the refresh token comes only at the very first. */
function authorize(
  { state, redirectUri, verifier }: SignIn,
  place: { application: unknown; addresses: Call['addresses'] },
): string {
  const query = new URLSearchParams({
    client_id: application.parse(place.application).clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: ASKED.join(' '),
    access_type: 'offline',
    prompt: 'consent',
    include_granted_scopes: 'true',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  return `${place.addresses['accounts']}/o/oauth2/v2/auth?${query}`
}

async function accept(parameters: Readonly<Record<string, string>>, signIn: SignIn, call: Call): Promise<Candidate[]> {
  const keys = application.parse(call.credentials)
  const token = await grant(call, {
    grant_type: 'authorization_code',
    client_id: keys.clientId,
    client_secret: keys.clientSecret,
    code: codeOf(parameters, signIn),
    redirect_uri: signIn.redirectUri,
    code_verifier: signIn.verifier,
  }).catch(explainSpentCode)
  const { toPost, toManage } = compareScopes(readScopes(token.scope))
  const unreadable = toPost.find(({ code }) => code === 'missing-scope-read')
  if (unreadable) throw new ChannelError('rejected', unreadable.message, { code: unreadable.code })
  const credentials = { ...keys, refreshToken: token.refresh_token ?? 'none', accessToken: token.access_token }
  const channels = await listOwnChannels({ ...call, credentials })
  if (channels.length === 0) throw noChannel()
  return channels.map((channel) => candidateOf(channel, { call, token, problems: [...toPost, ...toManage] }))
}

function codeOf({ code, error, state }: Readonly<Record<string, string>>, signIn: SignIn): string {
  if (error === 'access_denied')
    throw new ChannelError('rejected', 'Bạn đã từ chối cấp quyền cho Google; hãy kết nối lại và bấm đồng ý.', {
      code: 'access_denied',
    })
  if (error !== undefined || code === undefined || state !== signIn.state)
    throw new ChannelError('rejected', 'Google trả về một lần đăng nhập không dùng được; hãy bấm kết nối lại.', {
      code: error ?? 'no-code',
    })
  return code
}

/** At this place the same word means the code, not the connection. */
function explainSpentCode(cause: unknown): never {
  if (!(cause instanceof ChannelError && cause.code === 'invalid_grant')) throw cause
  const message = 'Mã đăng nhập của Google đã dùng rồi hoặc quá hạn; hãy bấm kết nối lại.'
  throw new ChannelError('rejected', message, { code: 'invalid_grant', httpStatus: 400, cause })
}

function noChannel(): ChannelError {
  return new ChannelError(
    'rejected',
    'Tài khoản Google này chưa có kênh YouTube; hãy tạo kênh tại youtube.com hoặc đăng nhập bằng tài khoản khác.',
    { code: 'no-channel' },
  )
}

type Found = { call: Call; token: Granted; problems: Problem[] }

function candidateOf(channel: OwnChannel, { call, token, problems }: Found): Candidate {
  const { refresh_token: refreshToken, access_token: accessToken, expires_in: seconds } = token
  return {
    profile: profileOf(channel, call),
    credentials: { refreshToken: refreshToken ?? '', accessToken },
    expiresAt: new Date(call.now().getTime() + seconds * 1000),
    problems: refreshToken ? problems : [...problems, NO_REFRESH_TOKEN],
  }
}

const NO_REFRESH_TOKEN: Problem = {
  code: 'no-refresh-token',
  message:
    'Google không trả mã làm mới nên kết nối chỉ sống một giờ; hãy gỡ ứng dụng ở myaccount.google.com/permissions rồi kết nối lại.',
}
