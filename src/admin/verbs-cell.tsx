'use client'
import './parts/admin.css'
import { useRouter } from 'next/navigation.js'
import type { DefaultCellComponentProps } from 'payload'
import { VerbButtons, type VerbTarget } from './parts/verbs'

/** What may be done to a publication, in its line of the list. */
export function VerbsCell({ rowData }: DefaultCellComponentProps) {
  const router = useRouter()
  return <VerbButtons publication={rowData as VerbTarget} onDone={() => router.refresh()} />
}
