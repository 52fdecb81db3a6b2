/** Who the credentials belong to, what they may do and how much is left of the day; and new ones. */
import { ChannelError, type Call, type Credentials, type Health, type Problem, type Profile } from '../../contract'
import { type OwnChannel, readOwnChannel } from '../api'
import { credentials } from '../options'
import { quotaLeft } from '../quota'
import { compareScopes, readScopes } from './scopes'
import { describeToken, grant } from './token'

export async function check(call: Call): Promise<Health> {
  const channel = await readOwnChannel(call)
  if (channel?.id !== call.account) {
    throw new ChannelError(
      'unauthorized',
      'Tài khoản Google đang kết nối không phải của kênh YouTube này; hãy kết nối lại đúng tài khoản.',
      { code: 'other-channel' },
    )
  }
  const scopes = readScopes(await describeToken(call, credentials.parse(call.credentials).accessToken))
  const { toPost, toManage, toCount } = compareScopes(scopes)
  const [first] = toPost
  if (first) throw new ChannelError('unauthorized', first.message, { code: first.code })
  const uploads = await quotaLeft(call, 'uploads')
  const units = await quotaLeft(call, 'units')
  return {
    identity: channel.title,
    profile: profileOf(channel, call),
    scopes,
    warnings: [...toManage, ...toCount, ...warnOfQuota({ uploads, units }), ...warnOfLength(channel)],
    // The refresh token names no date.
    expiresAt: null,
    quotaLeft: uploads,
  }
}

export function profileOf({ id, title, handle, picture, subscribers }: OwnChannel, call: Call): Profile {
  const path = handle ?? `channel/${id}`
  return {
    account: id,
    name: title,
    url: `${call.addresses['watch']}/${path}`,
    picture,
    followers: subscribers,
    verified: null,
  }
}

const FEW = { uploads: 10, units: 1_000 }

function warnOfQuota({ uploads, units }: { uploads: number; units: number }): Problem[] {
  const fewUploads = {
    code: 'quota-uploads-low',
    message: `Hôm nay (theo giờ California) chỉ còn ${uploads} lượt tải video với ứng dụng Google này.`,
  }
  const fewUnits = {
    code: 'quota-units-low',
    message: `Hôm nay (theo giờ California) chỉ còn ${units} trong 10.000 đơn vị hạn mức YouTube; ảnh bìa, phụ đề và số liệu có thể phải chờ.`,
  }
  return [...(uploads <= FEW.uploads ? [fewUploads] : []), ...(units <= FEW.units ? [fewUnits] : [])]
}

function warnOfLength({ longUploads }: OwnChannel): Problem[] {
  if (longUploads === null || longUploads === 'allowed') return []
  const message = 'Kênh chưa được xác minh: YouTube từ chối video dài hơn 15 phút; hãy xác minh tại youtube.com/verify.'
  return [{ code: 'long-uploads-not-allowed', message }]
}

/** Google's refresh token is used again and again; a new one comes rarely and then replaces it. */
export async function renew(call: Call): Promise<Credentials> {
  const known = credentials.parse(call.credentials)
  if (!known.clientId || !known.clientSecret) {
    throw new ChannelError(
      'unauthorized',
      'Chưa có mã ứng dụng Google (Client ID, Client secret); quản trị hãy khai ứng dụng rồi kiểm tra lại kết nối.',
      { code: 'no-application' },
    )
  }
  const token = await grant(call, {
    grant_type: 'refresh_token',
    client_id: known.clientId,
    client_secret: known.clientSecret,
    refresh_token: known.refreshToken,
  })
  return {
    credentials: { ...known, accessToken: token.access_token, refreshToken: token.refresh_token ?? known.refreshToken },
    expiresAt: new Date(call.now().getTime() + token.expires_in * 1000),
  }
}
