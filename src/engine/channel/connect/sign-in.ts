/** The row of one sign-in, and the four ways in which it is not what the person wanted. */
import type { Candidate, Problem } from '@/channels/contract'
import { Refusal } from '@/platform/errors'
import type { Engine } from '../..'
import { unseal } from '../../credentials/seal'

/** To give consent at the platform. */
export const CONSENT_SECONDS = 600

/** To choose from what came back. */
export const CHOICE_SECONDS = 1_800

export type SignInRow = {
  id: string
  platform: string
  organization: string
  person: string
  verifier: string | null
  redirectUri: string
  returnTo: string | null
  expiresAt: Date
  usedAt: Date | null
  candidates: string | null
  chosenAt: Date | null
  problem: Problem | null
  [field: string]: unknown
}

const sentences = {
  sign_in_unknown: ['Không có lần đăng nhập này, hoặc nó của người khác; hãy bấm kết nối lại từ đầu.', 404],
  sign_in_expired: ['Lần đăng nhập này đã quá hạn; hãy bấm kết nối lại từ đầu.', 409],
  sign_in_used: ['Lần đăng nhập này đã dùng rồi; hãy bấm kết nối lại từ đầu.', 409],
  not_allowed: ['Bạn không có quyền kết nối kênh của cơ quan này.', 403],
} as const

export type SignInProblem = keyof typeof sentences

export function refuseSignIn(problem: SignInProblem): Refusal {
  const [message, status] = sentences[problem]
  return new Refusal(problem, message, status)
}

/** Somebody else's sign-in is not there. @throws Refusal 404 */
export async function readSignIn(engine: Engine, id: string, person: string): Promise<SignInRow> {
  const known = await engine.payload.findByID({
    collection: 'sign-ins',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    select: { person: true },
  })
  const [row] = known ? await engine.rows.find<SignInRow>('sign-ins', { where: { id }, limit: 1 }) : []
  if (row?.person !== person) throw refuseSignIn('sign_in_unknown')
  return row
}

/** What came back, for as long as it may be chosen from. @throws Refusal with the reason why there is nothing */
export function openCandidates({ now }: Engine, { id, ...signIn }: SignInRow): Candidate[] {
  if (signIn.problem) throw new Refusal(signIn.problem.code, signIn.problem.message, 409)
  if (signIn.chosenAt) throw refuseSignIn('sign_in_used')
  if (!signIn.candidates || signIn.expiresAt <= now()) throw refuseSignIn('sign_in_expired')
  const sealed = unseal(`sign-ins:${id}`, signIn.candidates) as (Omit<Candidate, 'expiresAt'> & {
    expiresAt: string | null
  })[]
  return sealed.map((one) => ({ ...one, expiresAt: one.expiresAt === null ? null : new Date(one.expiresAt) }))
}
