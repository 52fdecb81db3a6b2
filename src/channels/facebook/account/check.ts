import { ChannelError, type Call, type Health, type Problem, type Profile } from '../../contract'
import { ask } from '../api'
import { credentials, type FacebookCredentials } from '../options'
import { listPages, PROFILE_FIELDS, profileSchema, toProfile } from './pages'
import { missingTasks, missingToPost, missingUseful } from './scopes'
import { inspectToken, type TokenFacts } from './tokens'

const DAY = 86_400_000
/** Early enough for a person on leave. */
const WARN_DAYS = 14

/** `/me` of a Page token is the Page itself: a token of a person or of another Page shows at once. */
export async function check(call: Call): Promise<Health> {
  const known = credentials.parse(call.credentials)
  const profile = await readProfile(call)
  if (profile.account !== call.account) {
    throw new ChannelError(
      'unauthorized',
      'Mã truy cập thuộc về một Trang Facebook khác; hãy kết nối lại đúng Trang.',
      { code: 'other-page' },
    )
  }
  const facts = await readFacts(call, known)
  const tasks = await readTasks(call, known)
  if (tasks.some(({ code }) => code === 'task-create-content')) throw lacks(tasks)
  return {
    identity: profile.name,
    profile,
    scopes: facts?.scopes ?? [],
    warnings: [...(facts ? warningsOf(call, { facts, known }) : []), ...tasks],
    expiresAt: facts?.expiresAt ?? null,
    quotaLeft: null,
  }
}

/** Some fields need more than the right to post: without them the name alone still proves who this is. */
async function readProfile(call: Call): Promise<Profile> {
  const question = { method: 'GET', path: 'me', schema: profileSchema } as const
  try {
    return toProfile(await ask(call, { ...question, query: { fields: PROFILE_FIELDS } }))
  } catch (error) {
    if (!(error instanceof ChannelError && ['100', '10', '200'].includes(error.code))) throw error
    return toProfile(await ask(call, { ...question, query: { fields: 'id,name' } }))
  }
}

/** Null without the application's keys: then only using the token tells whether it works. */
async function readFacts(call: Call, { pageToken, appId, appSecret }: FacebookCredentials): Promise<TokenFacts | null> {
  if (!appId || !appSecret) return null
  const facts = await inspectToken(call, { token: pageToken, keys: { appId, appSecret } })
  if (!facts.isValid) {
    throw new ChannelError('unauthorized', 'Facebook báo mã truy cập của Trang không còn hiệu lực; hãy kết nối lại.', {
      code: 'token-invalid',
    })
  }
  const missing = facts.scopes.length === 0 ? [] : missingToPost(facts.scopes)
  if (missing.length === 0) return facts
  const message = `Kết nối Facebook thiếu quyền ${missing.join(', ')} nên không đăng được bài; hãy kết nối lại và đồng ý mọi quyền được hỏi.`
  throw new ChannelError('unauthorized', message, { code: 'missing-scope' })
}

function warningsOf(call: Call, { facts, known }: { facts: TokenFacts; known: FacebookCredentials }): Problem[] {
  const ends = [
    { code: 'token-ends', what: 'Mã truy cập của Trang', at: facts.expiresAt },
    { code: 'data-access-ends', what: 'Quyền đọc dữ liệu của Trang', at: facts.dataAccessEndsAt },
    { code: 'user-token-ends', what: 'Mã của người kết nối', at: dateOf(known.userTokenExpiresAt) },
  ]
  return [
    ...(facts.scopes.length === 0 ? [] : missingUseful(facts.scopes)),
    ...ends.flatMap(({ code, what, at }) => {
      const days = at && Math.floor((at.getTime() - call.now().getTime()) / DAY)
      if (days === null || days > WARN_DAYS) return []
      const when = days < 0 ? 'đã hết hạn' : `còn ${days} ngày`
      return [{ code, message: `${what} ${when}; hãy kết nối lại Trang để gia hạn.` }]
    }),
  ]
}

function dateOf(text: string | undefined): Date | null {
  return text ? new Date(text) : null
}

/** Only the person's own token tells what they may do there; a person whose token has ended says nothing about the Page. */
async function readTasks(call: Call, { userToken }: FacebookCredentials): Promise<Problem[]> {
  if (!userToken) return []
  try {
    const page = (await listPages(call, userToken)).find(({ id }) => id === call.account)
    return missingTasks(page?.tasks ?? null)
  } catch (error) {
    if (!(error instanceof ChannelError && error.kind === 'unauthorized')) throw error
    return [
      {
        code: 'user-token-dead',
        message: 'Mã của người kết nối không còn hiệu lực; Trang vẫn đăng được, nhưng hãy kết nối lại khi có thể.',
      },
    ]
  }
}

function lacks(tasks: Problem[]): ChannelError {
  return new ChannelError('unauthorized', tasks[0]?.message ?? '', { code: 'missing-task' })
}
