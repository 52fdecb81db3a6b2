import { parseBody } from '../body'
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { authorize } from './access'
import { showDialog } from './access/dialog'
import { grantToken } from './access/oauth'
import { inspectToken } from './access/page'
import { graphError, missingObject, throttled, tokenDead } from './answers/errors'
import { countCall, refuseTooMany, withUsage } from './answers/usage'
import { forAnybody, ofPage, onPage, unsupported, type Asked } from './calls'
import { knobs } from './knobs'
import { acts } from './public/acts'
import { routeOf } from './routes'
import { getFilm } from './state/films'
import { APP, openPage, type Page } from './state'
import { wall } from './wall'

export const lookalike: Lookalike = {
  platform: 'facebook',
  label: 'Facebook',
  mounts: {
    FACEBOOK_GRAPH_URL: '/facebook/graph',
    FACEBOOK_VIDEO_URL: '/facebook/video',
    FACEBOOK_RUPLOAD_URL: '/facebook/rupload',
    FACEBOOK_DIALOG_URL: '/facebook/dialog',
    FACEBOOK_WEB_URL: '/facebook/web',
  },
  application: { FACEBOOK_APP_ID: APP.id, FACEBOOK_APP_SECRET: APP.secret },
  nameCall: (request) => routeOf(request).call,
  handle,
  throttled,
  tokenDead: () => tokenDead(),
  wall,
  acts,
  knobs,
  cutCalls: ['reels.upload'],
  open: (desk, name) => {
    const { id, token } = openPage(desk, name)
    const credentials = { pageToken: token, appId: APP.id, appSecret: APP.secret }
    return { account: id, url: `https://www.facebook.com/${id}`, credentials }
  },
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const route = routeOf(request)
  if (route.call === 'web.film') return showFilm(route.node, desk)
  if (route.call === 'oauth.dialog') return showDialog(request, desk)
  const fields = await readFields(request, route.call)
  if (route.call === 'oauth.token') return grantToken({ ...Object.fromEntries(request.query), ...fields }, desk)
  if (route.call === 'token.inspect') return inspectToken({ request, fields }, desk)
  const access = authorize({ request, fields }, desk)
  if ('refusal' in access) return access.refusal
  const { caller } = access
  const percent = countCall(desk, caller)
  const { query, origin } = request
  const asked = { ...route, caller, request, fields, desk, query, origin }
  return withUsage(refuseTooMany(caller, percent) ?? (await answer(asked)), { caller, percent })
}

/** `www.facebook.com/reel/12/` and `…/{page}/videos/12/` lead to the post on the wall. */
function showFilm(id: string, desk: Desk): SandboxAnswer {
  const post = getFilm(desk, id)?.post
  return post
    ? { status: 302, headers: { location: `/_wall/facebook#${post}` } }
    : { status: 404, body: 'Không có video này.' }
}

/** Bytes are read where they are taken, once. */
async function readFields(request: SandboxRequest, call: string): Promise<Record<string, string>> {
  const isBytes = ['photos.create', 'videos.transfer', 'reels.upload'].includes(call)
  return isBytes ? {} : (await parseBody(request)).fields
}

function answer(asked: Asked): SandboxAnswer | Promise<SandboxAnswer> {
  const { call, caller, request } = asked
  const open = forAnybody[call]
  if (open) return open(asked)
  const handler = onPage[call] ?? ofPage[call]
  if (!handler) return unsupported(request)
  return caller.is === 'page' ? answerPage({ ...asked, page: caller.page }) : notThePage(caller.is)
}

function answerPage(asked: Asked & { page: Page }): SandboxAnswer | Promise<SandboxAnswer> {
  const { call, node, page, request } = asked
  const mine = onPage[call]
  if (mine) return node === 'me' || node === page.id ? mine(asked) : missingObject(node)
  return ofPage[call]?.(asked) ?? unsupported(request)
}

/** A person may look at Pages but not speak for them. */
function notThePage(who: string): SandboxAnswer {
  return who === 'person'
    ? graphError({ code: 1705, message: '(#1705) There was an error posting to this wall as a person.' })
    : graphError({ code: 200, message: '(#200) This call needs a Page access token.' })
}
