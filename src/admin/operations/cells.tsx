'use client'
import type { DefaultCellComponentProps } from 'payload'

/** In the list of notifications: the sentence itself leads to what it is about. */
export function SentenceCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { link } = rowData as { link?: string | null }
  if (!link?.startsWith('/admin/')) return <>{String(cellData ?? '')}</>
  return <a href={link}>{String(cellData ?? '')}</a>
}
