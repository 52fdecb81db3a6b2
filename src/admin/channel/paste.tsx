'use client'
/** Credentials from the platform's own tools, pasted: sent once, encrypted at once, never shown again. */
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Problems } from '../parts/badges'
import { useAction } from '../parts/rest'
import { useSay } from '../parts/words'

export type PastedField = { name: string; label: string; isRequired: boolean; isSwitch: boolean }

type Given = Record<string, string | boolean>

type Props = { channel: string; fields: readonly PastedField[]; isOpen: boolean; onDone: () => void }

export function PasteCredentials({ channel, fields, isOpen, onDone }: Props) {
  const say = useSay()
  const [given, setGiven] = useState<Given>({})
  const [isSaved, setSaved] = useState(false)
  const { isRunning, problems, run } = useAction(() => {
    setGiven({})
    setSaved(true)
    onDone()
  })
  const isComplete = fields.every(({ name, isRequired }) => !isRequired || given[name])
  const write = (name: string, value: string | boolean) => {
    setSaved(false)
    setGiven({ ...given, [name]: value })
  }
  return (
    <details className="channel-paste" open={isOpen} aria-busy={isRunning}>
      <summary>{say({ vi: 'Dán thông tin kết nối', en: 'Paste the credentials' })}</summary>
      <p className="desk-small">
        {say({
          vi: 'Được mã hóa ngay khi lưu và không bao giờ hiện lại. Lưu xong hãy bấm Kiểm tra kết nối.',
          en: 'Encrypted on save, never shown again. Then check the connection.',
        })}
      </p>
      {fields.map((field) => (
        <PastedInput
          key={field.name}
          field={field}
          value={given[field.name]}
          onWrite={(value) => write(field.name, value)}
        />
      ))}
      <Button
        size="small"
        margin={false}
        disabled={!isComplete || isRunning}
        onClick={() => void run(`/channels/${channel}`, { credentials: filled(given) }, 'PATCH')}
      >
        {say({ vi: 'Lưu thông tin kết nối', en: 'Save the credentials' })}
      </Button>
      <span role="status">{isSaved && say({ vi: 'Đã lưu và mã hóa.', en: 'Saved and encrypted.' })}</span>
      <Problems problems={problems} />
    </details>
  )
}

type InputProps = { field: PastedField; value: string | boolean | undefined; onWrite(value: string | boolean): void }

function PastedInput({ field: { label, isRequired, isSwitch }, value, onWrite }: InputProps) {
  const id = useId()
  if (isSwitch)
    return (
      <p className="desk-check">
        <input id={id} type="checkbox" checked={value === true} onChange={(event) => onWrite(event.target.checked)} />
        <label htmlFor={id}>{label}</label>
      </p>
    )
  return (
    <p className="desk-field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span className="required"> *</span>}
      </label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        required={isRequired}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onWrite(event.target.value.trim())}
      />
    </p>
  )
}

/** What was left empty is not given at all. */
function filled(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== false))
}
