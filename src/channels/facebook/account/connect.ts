/** Facebook Login → a long-lived token of the person → their Pages, each with what would still be missing. */
import { z } from 'zod'
import { ChannelError, type Call, type Candidate, type Connect, type Problem } from '../../contract'
import { API_VERSION } from '../limits'
import { listPages, toProfile, type OwnedPage } from './pages'
import { missingTasks, NEEDED_SCOPES, SCOPES } from './scopes'
import { inspectToken, lengthen, tradeCode, type TokenFacts } from './tokens'

const application = z.strictObject({
  appId: z.string().min(1).describe('Mã ứng dụng (App ID)'),
  appSecret: z.string().min(1).describe('Khóa bí mật của ứng dụng (App secret)'),
})

export const connect: Connect = {
  application,
  variables: { appId: 'FACEBOOK_APP_ID', appSecret: 'FACEBOOK_APP_SECRET' },
  instructions: [
    'Vào developers.facebook.com, tạo ứng dụng loại “Business” rồi thêm sản phẩm “Facebook Login for Business”.',
    'Trong phần cài đặt Facebook Login, dán nguyên địa chỉ chuyển hướng ở dưới đây vào ô “Valid OAuth Redirect URIs”.',
    `Xin các quyền: ${SCOPES.join(', ')} (App Review; khi chưa duyệt chỉ người có vai trò trong ứng dụng dùng được).`,
    'Sao chép App ID và App secret ở mục Settings → Basic vào đây.',
    'Người đăng nhập phải được giao việc đăng nội dung và xem số liệu trên Trang.',
  ],
  authorize: ({ state, redirectUri }, place) => {
    const { appId } = application.parse(place.application)
    const query = { client_id: appId, redirect_uri: redirectUri, state, response_type: 'code', scope: SCOPES.join(',') }
    return `${place.addresses['dialog']}/${API_VERSION}/dialog/oauth?${new URLSearchParams(query)}`
  },
  accept: async (parameters, { redirectUri }, call) => {
    const keys = application.parse(call.credentials)
    const short = await trade(call, { keys, code: codeOf(parameters), redirectUri })
    const person = await lengthen(call, { keys, token: short.token })
    const facts = await inspectToken(call, { token: person.token, keys })
    const pages = await listPages(call, person.token)
    return pages.map((page) => toCandidate(page, { facts, person }))
  },
}

/** `error=access_denied&error_reason=user_denied` when the person said no. */
function codeOf({ code, error }: Readonly<Record<string, string>>): string {
  if (code && !error) return code
  throw new ChannelError('rejected', 'Bạn chưa đồng ý kết nối trên Facebook; hãy bấm Kết nối lại khi sẵn sàng.', {
    code: error ?? 'no-code',
  })
}

/** A code works once and for ten minutes; what Facebook says about a used one is the same as about a wrong parameter. */
async function trade(call: Call, given: Parameters<typeof tradeCode>[1]) {
  try {
    return await tradeCode(call, given)
  } catch (error) {
    if (!(error instanceof ChannelError && error.code.split('/')[0] === '100')) throw error
    const message = 'Mã đăng nhập Facebook đã dùng hoặc hết hạn, hoặc địa chỉ chuyển hướng không khớp; hãy kết nối lại.'
    throw new ChannelError('rejected', message, { code: error.code, cause: error })
  }
}

type Person = { facts: TokenFacts; person: { token: string; expiresAt: Date | null } }

function toCandidate(page: OwnedPage, { facts, person }: Person): Candidate {
  const missing = SCOPES.filter((scope) => !facts.covers(scope, page.id))
  const ends: Record<string, string> = person.expiresAt ? { userTokenExpiresAt: person.expiresAt.toISOString() } : {}
  return {
    profile: toProfile(page),
    credentials: { pageToken: page.access_token ?? '', userToken: person.token, ...ends },
    expiresAt: person.expiresAt,
    problems: [
      ...(page.access_token ? [] : [noToken]),
      ...missingTasks(page.tasks ?? []),
      ...(missing.length === 0 ? [] : [notGranted(missing)]),
    ],
  }
}

const noToken: Problem = {
  code: 'page-token-missing',
  message: 'Facebook không cấp mã truy cập cho Trang này; hãy xin quyền trực tiếp trên Trang rồi kết nối lại.',
}

function notGranted(scopes: string[]): Problem {
  const isNeeded = scopes.some((scope) => NEEDED_SCOPES.some((needed) => needed === scope))
  return {
    code: isNeeded ? 'scope-missing' : 'scope-useful-missing',
    message: `Chưa đồng ý các quyền ${scopes.join(', ')} cho Trang này; hãy kết nối lại và đồng ý tất cả.`,
  }
}
