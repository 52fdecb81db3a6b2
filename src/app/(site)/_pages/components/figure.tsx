import type { SiteMedium } from '@/channels/site/post'
import { pickRendition, toPath } from './pictures'

export function Figure({ medium }: { medium: SiteMedium }) {
  const file = pickRendition(medium, 'site-wide')
  if (!file) return null
  const words = [medium.caption, medium.credit].filter(Boolean).join('. ')
  const size = file.width && file.height ? { width: file.width, height: file.height } : {}
  return (
    <figure>
      <img src={toPath(file.url)} alt={medium.alt} {...size} decoding="async" />
      {words ? <figcaption>{words}</figcaption> : null}
    </figure>
  )
}
