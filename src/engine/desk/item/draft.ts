import type { Draft, Kind, Problem } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { correctionIn, problemsOfCorrection, renderWhole } from './correction'
import { type ContentDocument, itemOf, mediaDocumentsOf, type Place } from '.'

/** What would stand at this place, with everything that the platform would refuse; no draft while its options are wrong. Pure. */
export function draftFor(
  kind: Kind,
  document: ContentDocument,
  place: Place,
): { draft: Draft | null; problems: Problem[] } {
  const driver = channelOf(place.platform)
  const item = itemOf(kind, document, place)
  const options = driver.options.safeParse(item.variant.options)
  if (!options.success) {
    const names = options.error.issues.map(({ path }) => path.join('.')).join(', ')
    const message = `Tùy chọn cho ${driver.label} chưa đúng: ${names}.`
    return { draft: null, problems: [{ code: 'options_invalid', message }] }
  }
  const correction = correctionIn(document)
  const rendered = renderWhole(driver, item, correction)
  const draft = { ...rendered, post: driver.post.parse(rendered.post) }
  return { draft, problems: [...driver.inspect(draft), ...problemsOfCorrection(draft, correction, driver)] }
}

export function problemsOfMedia(document: ContentDocument): Problem[] {
  return mediaDocumentsOf(document)
    .filter(({ medium }) => medium.renditionState !== 'ready')
    .map(({ medium }) =>
      medium.renditionState === 'failed'
        ? { code: 'media_failed', message: `Không xử lý được tệp “${medium.alt}”; hãy tải tệp khác lên.` }
        : { code: 'media_not_ready', message: `Tệp “${medium.alt}” đang được xử lý; hãy thử lại sau ít giây.` },
    )
}
