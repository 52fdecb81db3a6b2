'use client'
/** What every place would get, asked again after each save while the panel is open. */
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Preview } from '@/engine/desk/preview'

export type Previews = { places: readonly Preview[] | null; isAsking: boolean; isFailed: boolean; ask: () => void }

/** `savedAt` is the hour of the last save: what is saved later is another draft. */
export function usePreviews(path: string, { isOpen, savedAt }: { isOpen: boolean; savedAt: unknown }): Previews {
  const { config } = useConfig()
  const [places, setPlaces] = useState<readonly Preview[] | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [isFailed, setFailed] = useState(false)
  const url = `${config.routes.api}${path}/inspect`
  const ask = useCallback(() => {
    setAsking(true)
    inspect(url)
      .then(
        (found) => {
          setPlaces(found)
          setFailed(false)
        },
        () => setFailed(true),
      )
      .finally(() => setAsking(false))
  }, [url])
  useEffect(() => {
    if (isOpen) ask()
  }, [isOpen, savedAt, ask])
  return { places, isAsking, isFailed, ask }
}

async function inspect(url: string): Promise<readonly Preview[]> {
  const answer = await fetch(url, { method: 'POST' })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return ((await answer.json()) as { places: readonly Preview[] }).places
}
