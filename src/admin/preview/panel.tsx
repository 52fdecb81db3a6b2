'use client'
import '../parts/admin.css'
import './preview.css'
import { Button, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import type { Preview } from '@/engine/desk/preview'
import { useSay } from '../parts/words'
import { PlacePart } from './place'
import { usePreviews } from './previews'

/** In the form, beside the variants: exactly what each place would get, and what it would refuse. */
export function PreviewPanel() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  if (!id || !collectionSlug) return null
  return <SavedPreview path={`/${collectionSlug}/${id}`} savedAt={lastUpdateTime} />
}

function SavedPreview({ path, savedAt }: { path: string; savedAt: unknown }) {
  const say = useSay()
  const isModified = useFormModified()
  const [isOpen, setOpen] = useState(false)
  const { places, isAsking, isFailed, ask } = usePreviews(path, { isOpen, savedAt })
  const title = say({ vi: 'Xem trước trên từng nền tảng', en: 'Preview on every platform' })
  return (
    <section className="desk-panel" aria-label={title} aria-busy={isAsking}>
      <div className="desk-line preview-head">
        <h3>{title}</h3>
        <Button
          size="small"
          margin={false}
          buttonStyle="secondary"
          disabled={isAsking}
          onClick={() => (isOpen ? ask() : setOpen(true))}
        >
          {isOpen ? say({ vi: 'Xem lại', en: 'Refresh' }) : say({ vi: 'Xem trước', en: 'Preview' })}
        </Button>
      </div>
      {isOpen && isModified && <p className="desk-note">{say(unsaved)}</p>}
      {isFailed && <p className="desk-note">{say(failed)}</p>}
      {isOpen && places && <Places places={places} />}
    </section>
  )
}

function Places({ places }: { places: readonly Preview[] }) {
  const say = useSay()
  const [chosen, setChosen] = useState(0)
  const place = places[chosen] ?? places[0]
  if (!place) return null
  return (
    <>
      <div className="preview-tabs" role="group" aria-label={say({ vi: 'Nền tảng', en: 'Platform' })}>
        {places.map((one, index) => (
          <button
            key={`${one.platform}-${one.channel?.id ?? ''}`}
            type="button"
            className="preview-tab"
            aria-pressed={one === place}
            onClick={() => setChosen(index)}
          >
            <span aria-hidden="true">{one.problems.length > 0 ? '!' : '✓'}</span> {one.label}
            {one.problems.length > 0 && (
              <span className="preview-tab__count">
                {one.problems.length} {say({ vi: 'điều cần sửa', en: 'to mend' })}
              </span>
            )}
          </button>
        ))}
      </div>
      <PlacePart place={place} />
    </>
  )
}

const unsaved = {
  vi: 'Đây là bản đã lưu; những gì vừa sửa sẽ hiện sau khi lưu.',
  en: 'This is what was saved; your changes show after saving.',
}

const failed = {
  vi: 'Không dựng được bản xem trước; hãy lưu bài rồi bấm Xem lại.',
  en: 'No preview could be made; save the item and refresh.',
}
