import type { ReactNode } from 'react'

/** How something stands, and the way to it. */
export function ItemLine({ badge, href, children }: { badge: ReactNode; href: string; children: ReactNode }) {
  return (
    <p className="desk-line">
      {badge}
      <a className="desk-link" href={href}>
        {children}
      </a>
    </p>
  )
}
