/** Who the OA is, what is left of its quota, and what will soon stop working. */
import { ChannelError, type Call, type Health, type Problem } from '../../contract'
import { profileOf, readAccount, type Account } from '../api/account'
import { readTime } from '../api/list'
import { readQuota } from '../api/messages'
import { PACKAGE_WARNING_DAYS } from '../limits'

export async function check(call: Call): Promise<Health> {
  const oa = await readAccount(call)
  if (oa.oaid && oa.oaid !== call.account) {
    throw new ChannelError('unauthorized', 'Mã truy cập thuộc về một Official Account khác; hãy kết nối lại đúng OA.', {
      code: 'other-account',
    })
  }
  const profile = profileOf(oa, call.account)
  const quotaLeft = await readQuotaLeft(call)
  const warnings = [...warnOfPackage(oa, call.now()), ...warnOfMark(oa), ...warnOfQuota(quotaLeft)]
  return { identity: profile.name, profile, scopes: [], warnings, expiresAt: null, quotaLeft }
}

/** A package without broadcasts may refuse the question; that stops no article. */
async function readQuotaLeft(call: Call): Promise<number | null> {
  try {
    return (await readQuota(call)).remain
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    call.log.warn({ code: error.code }, 'zalo broadcast quota unknown')
    return null
  }
}

function warnOfMark({ is_verified: isVerified }: Account): Problem[] {
  if (isVerified !== false) return []
  const message = 'Official Account chưa được Zalo xác thực nên có thể không đăng được bài; hãy xác thực OA trên Zalo.'
  return [{ code: 'account-not-verified', message }]
}

function warnOfQuota(quotaLeft: number | null): Problem[] {
  if (quotaLeft === null || quotaLeft > 0) return []
  return [{ code: 'broadcast-quota-spent', message: 'OA đã hết hạn mức broadcast của kỳ này; bài viết vẫn đăng được.' }]
}

function warnOfPackage({ package_name: name, package_valid_through_date: until }: Account, now: Date): Problem[] {
  const end = until ? readEnd(until) : null
  if (end === null) return []
  const days = Math.ceil((end.getTime() - now.getTime()) / 86_400_000)
  const which = name ? `Gói dịch vụ ${name}` : 'Gói dịch vụ'
  if (days < 0)
    return [{ code: 'package-ended', message: `${which} của OA đã hết hạn; hãy gia hạn gói trên Zalo để đăng tiếp.` }]
  if (days > PACKAGE_WARNING_DAYS) return []
  return [
    { code: 'package-ends-soon', message: `${which} của OA còn ${days} ngày; hãy gia hạn trên Zalo trước khi hết.` },
  ]
}

/** Its form is not documented: day first with strokes or dashes, ISO, or a stamp. */
function readEnd(value: string | number): Date | null {
  const dayFirst = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(String(value))
  const time = dayFirst ? Date.parse(endOfDay(dayFirst)) : readTime(value)
  return Number.isNaN(time) ? null : new Date(time)
}

function endOfDay([, day = '', month = '', year = '']: RegExpExecArray): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T23:59:59+07:00`
}
