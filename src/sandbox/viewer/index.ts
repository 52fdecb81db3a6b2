/** Pages on which a person sees every platform as its readers would, and breaks it on purpose. */
import type { SandboxAnswer, SandboxRequest } from '../contract'
import type { Site } from '../desk/site'
import { page } from './page'
import { showSwitches } from './switches'
import { showTraining } from './training'
import { showPreview, showWall } from './walls'
import { showCheck, showJournal } from './witness'

/** A page of the viewer, or null when the path is none. */
export function showPage(site: Site, { path, query }: SandboxRequest): SandboxAnswer | null {
  if (path === '/') return page({ title: 'Nền tảng giả lập', main: showHome(site), path })
  if (path === '/_switches') return page({ title: 'Gây sự cố có chủ đích', main: showSwitches(site), path })
  if (path === '/_training') return page({ title: 'Bài tập huấn', main: showTraining(site), path })
  if (path === '/_journal') return page({ title: 'Nhật ký', main: showJournal(site), path })
  if (path === '/_check') return page({ title: 'Đối chiếu', main: showCheck(site), path })
  const lookalike = site.lookalikes.find(({ platform }) => path === `/_wall/${platform}`)
  if (!lookalike) return null
  return page({ title: lookalike.label, main: showWall(site.desk, lookalike, query.get('account')), path })
}

function showHome(site: Site): string {
  const previews = site.lookalikes.map((lookalike) => showPreview(site.desk, lookalike))
  return `<h1>Các nền tảng, như người dân nhìn thấy</h1><div class="previews">${previews.join('')}</div>`
}
