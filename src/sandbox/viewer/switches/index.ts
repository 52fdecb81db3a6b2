/** Where a trainer breaks the platforms on purpose: quick buttons in plain words, then everything by hand. */
import type { Site } from '../../desk/site'
import { escapeHtml } from '../html'
import { showAccounts } from './accounts'
import { showClock } from './clock'
import { showByHand, showQuick, showWaiting } from './faults'
import { showDeliveries, showKnobs } from './knobs'

export function showSwitches(site: Site): string {
  const quick = site.lookalikes.map((lookalike) => `<h3>${escapeHtml(lookalike.label)}</h3>${showQuick(lookalike)}`)
  return `<h1>Gây sự cố có chủ đích</h1>
${showWaiting(site)}
<section class="panel"><h2>Bấm là có</h2><p>Mỗi nút chuẩn bị một sự cố cho những lần hệ thống gọi tới nền tảng đó sau này.</p>${quick.join('')}</section>
${showByHand(site)}
${showClock(site.desk)}
${showKnobs(site)}
${showDeliveries(site.desk)}
${showAccounts(site)}`
}
