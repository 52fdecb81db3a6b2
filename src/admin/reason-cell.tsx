'use client'
import './parts/admin.css'
import type { DefaultCellComponentProps } from 'payload'
import { type PublicationRow, Reason } from './parts/publications'

/** Why a publication waits or failed. */
export function ReasonCell({ rowData }: DefaultCellComponentProps) {
  return <Reason row={rowData as PublicationRow} />
}
