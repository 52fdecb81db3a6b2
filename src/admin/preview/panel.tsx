'use client'
export function PreviewPanel() {
  return null
}
