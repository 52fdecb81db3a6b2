'use client'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'

/** The browser's own dialog: the rest of the page is out of reach, Escape leaves, and the focus goes back to where it was. */
export function Modal({ title, onLeave, children }: { title: string; onLeave(): void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Closed while it still stands in the page: afterwards the browser gives the focus back to nothing.
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="desk-dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onLeave()
      }}
      onKeyDown={keepEnter}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  )
}

/** It stands inside the document's form, which Enter in a field would save. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}

type Field = { label: string; value: string; onChange(value: string): void; hint?: string; autoFocus?: boolean }

export function TextField({ label, value, onChange, hint, autoFocus }: Field) {
  const id = useId()
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        autoFocus={autoFocus}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <span id={`${id}-hint`} className="desk-small">
          {hint}
        </span>
      )}
    </div>
  )
}
