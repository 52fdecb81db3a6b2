/** The campaign's own website section, reached like any other platform: over HTTP, with a token. */
import { ARMED, type Channel, type Published } from '../contract'
import { deletePage, getPage, getSection, putPage, type PageState } from './api'
import { inspectPage } from './inspect'
import { siteLimits, siteRenditions } from './limits'
import { siteCredentials, siteOptions } from './options'
import { sitePost, type SitePost } from './post'
import { measurePages } from './reach'
import { renderPage } from './render'

export const channel: Channel<SitePost> = {
  platform: 'site',
  label: 'Trang web',
  description: 'Chuyên trang của chiến dịch: bài lên trang riêng, có lối vào theo đối tượng.',
  addresses: { site: { variable: 'PUBLIC_URL', fallback: 'http://localhost:3000' } },
  look: { shape: 'page', colour: '#0b3c78' },
  limits: siteLimits,
  isOurs: true,
  renditions: siteRenditions,
  options: siteOptions,
  credentials: siteCredentials,
  post: sitePost,

  render: renderPage,
  inspect: inspectPage,

  async publish({ post }, call) {
    await call.checkpoint(ARMED)
    return toPublished(await putPage(call, post))
  },

  async find({ draft }, call) {
    const page = await getPage(call, draft.post.publication)
    return page?.state === 'live' ? toPublished(page) : 'absent'
  },

  async update(_post, { post }, call) {
    await putPage(call, post)
  },

  async withdraw({ remoteId }, call) {
    await deletePage(call, remoteId)
  },

  measure: measurePages,

  async audience() {
    return []
  },

  async check(call) {
    const { name } = await getSection(call)
    const profile = { account: call.account, name, url: null, picture: null, followers: null, verified: null }
    const scopes = ['pages:write', 'views:read']
    return { identity: name, profile, scopes, warnings: [], expiresAt: null, quotaLeft: null }
  },
}

function toPublished({ publication, url, publishedAt }: PageState): Published {
  return { outcome: 'published', remoteId: publication, url, publishedAt }
}
