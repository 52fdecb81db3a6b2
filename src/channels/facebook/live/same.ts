/** Is this post of the Page the one that was sent? The tracked link decides; where it was taken away, the words do. */
import type { Draft } from '../../contract'
import type { FacebookPost } from '../options'

export type Seen = {
  text: string
  /** Of everything attached. */
  addresses: string[]
  /** The application that posted it; null when Facebook does not say. */
  application: string | null
}

export function isSame(
  seen: Seen,
  { draft, appId }: { draft: Draft<FacebookPost>; appId: string | undefined },
): boolean {
  if (carriesLink(seen, draft.marker)) return true
  if (appId && seen.application && seen.application !== appId) return false
  if (carriesAnotherLink(seen, draft.marker)) return false
  const words = fold(draft.text)
  return words !== '' && fold(seen.text) === words
}

function carriesLink({ text, addresses }: Seen, marker: string): boolean {
  return text.normalize('NFC').includes(marker) || addresses.some((address) => targetOf(address) === marker)
}

/** The same words may go out twice on purpose, each time with a link of its own: then the link alone decides. */
function carriesAnotherLink({ text, addresses }: Seen, marker: string): boolean {
  const folder = marker.slice(0, marker.lastIndexOf('/') + 1)
  const links = [...(text.match(/https?:\/\/\S+/g) ?? []), ...addresses.map(targetOf)]
  return links.some((link) => link.startsWith(folder))
}

/** Facebook wraps outgoing links as `https://l.facebook.com/l.php?u=<encoded>`. */
export function targetOf(address: string): string {
  return (URL.canParse(address) && new URL(address).searchParams.get('u')) || address
}

/** Without links and with every gap alike: what is left of a text that the platform has set anew. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/https?:\/\/\S+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
