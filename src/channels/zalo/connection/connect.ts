/** Sign-in: one consent is one OA. The code in the redirect lives ten minutes and works once. */
import { createHash } from 'node:crypto'
import type { HttpAnswer } from '../../../platform/http/contract'
import { ChannelError, type Call, type Candidate, type Connect, type Problem, type SignIn } from '../../contract'
import { readAccount, profileOf, type Account } from '../api/account'
import { failureOf } from '../failures'
import { application } from '../options'
import { askForPair, type Pair } from './tokens'

export const connect: Connect = {
  application,
  variables: {
    appId: 'ZALO_APP_ID',
    appSecret: 'ZALO_APP_SECRET',
    codeVerifier: 'ZALO_CODE_VERIFIER',
    oaSecretKey: 'ZALO_OA_SECRET_KEY',
  },
  instructions: [
    'Mở developers.zalo.me, tạo ứng dụng và kích hoạt, rồi mở mục Official Account của ứng dụng.',
    'Ở phần Thiết lập chung, chép địa chỉ quay về dưới đây vào Callback URL, đúng từng ký tự.',
    'Bấm tạo Code Verifier và Code Challenge, khai báo Code Challenge ở đó và nhập Code Verifier vào đây; Zalo chỉ nhận một cặp cho mỗi ứng dụng.',
    'Xin các quyền: quản lý bài viết, thông tin OA, gửi tin truyền thông (broadcast).',
    'Chép ID ứng dụng và Khóa bí mật của ứng dụng vào đây; OA Secret Key nằm ở mục Webhook.',
    'Bấm Kết nối bằng tài khoản quản trị viên của Official Account; không dùng mã làm mới này cho chương trình khác.',
  ],
  authorize,
  accept,
}

function authorize(signIn: SignIn, { application: given, addresses }: Parameters<Connect['authorize']>[1]): string {
  const { appId, codeVerifier } = application.parse(given)
  const query = new URLSearchParams({
    app_id: appId,
    redirect_uri: signIn.redirectUri,
    code_challenge: createHash('sha256')
      .update(codeVerifier ?? signIn.verifier)
      .digest('base64url'),
    state: signIn.state,
  })
  return `${addresses['oauth']}/v4/oa/permission?${query}`
}

async function accept(parameters: Readonly<Record<string, string>>, signIn: SignIn, call: Call): Promise<Candidate[]> {
  const { code, oa_id: account = '', state } = parameters
  if (!code || (state !== undefined && state !== signIn.state)) throw refused('no-code')
  const pair = await exchangeCode(call, { code, verifier: signIn.verifier })
  return [await toCandidate(call, pair, account)]
}

function refused(code: string): ChannelError {
  return new ChannelError('rejected', 'Zalo chưa cấp quyền cho hệ thống; hãy bấm Kết nối và chọn Cho phép.', { code })
}

/** ONE code challenge stands in the application's console: its verifier is the application's, not the sign-in's. */
async function exchangeCode(call: Call, { code, verifier }: { code: string; verifier: string }): Promise<Pair> {
  const { appId, appSecret, codeVerifier } = application.parse(call.credentials)
  const form = {
    code,
    app_id: appId,
    grant_type: 'authorization_code',
    code_verifier: codeVerifier ?? verifier,
  }
  return askForPair(call, { form, appSecret, failure: failureOfCode })
}

/** Zalo lists no codes for a spent or wrong code: whatever it refuses here by a number gave no pair. */
function failureOfCode(answer: HttpAnswer): ChannelError | null {
  const failure = failureOf(answer, true)
  if (failure?.kind !== 'outcome-unknown' || !/^-?\d+$/.test(failure.code)) return failure
  return new ChannelError(
    'rejected',
    'Zalo không nhận mã cấp quyền (đã dùng, quá 10 phút hoặc Code Verifier không khớp); hãy bấm Kết nối lại.',
    { code: failure.code, cause: failure },
  )
}

/** The pair exists once: whatever goes wrong from here on, it is not thrown away. */
async function toCandidate(call: Call, { expiresAt, ...tokens }: Pair, claimed: string): Promise<Candidate> {
  const { appSecret } = application.parse(call.credentials)
  const problems: Problem[] = []
  const oa = await readAccount({ ...call, credentials: { ...tokens, appSecret } }).catch((error: unknown) => {
    if (!(error instanceof ChannelError)) throw error
    problems.push({
      code: 'identity-unknown',
      message: `Chưa biết đây là OA nào, hãy bấm Kết nối lại. ${error.message}`,
    })
    return {} satisfies Account
  })
  const profile = profileOf(oa, claimed)
  if (claimed !== '' && profile.account !== claimed)
    problems.push({
      code: 'other-account',
      message: 'Zalo báo một Official Account khác với OA vừa cấp quyền; hãy bấm Kết nối lại và chọn đúng OA.',
    })
  return { profile, credentials: tokens, expiresAt, problems }
}
