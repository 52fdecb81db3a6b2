'use client'
import { Button, useAuth } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { may, type Person } from '@/access/roles'
import { Ask } from '../../parts/ask'
import { Problems } from '../../parts/badges'
import { useAction, useRows } from '../../parts/rest'
import { useSay, type Word } from '../../parts/words'
import type { Truth } from './truth'

type Target = { id: string; name: string }

const EVERYTHING = 'everything'

const question = {
  kind: 'text',
  label: {
    vi: 'Lý do, mọi người trong cơ quan sẽ đọc (ít nhất 5 ký tự)',
    en: 'The reason, for everybody to read (at least 5 characters)',
  },
} as const

const action: Word = { vi: 'Tạm dừng', en: 'Pause' }

type Props = { pauses: readonly Truth['pauses'][number][]; onDone(word: Word): void }

/** For those who answer for channels somewhere; the system administrator may stop everything. */
export function PauseForm({ pauses, onDone }: Props) {
  const say = useSay()
  const targets = useTargets(pauses)
  const [isOpen, setOpen] = useState(false)
  const [chosen, choose] = useState('')
  const place = useWayBack(isOpen)
  const target = targets.find(({ id }) => id === chosen) ?? targets[0]
  const { isRunning, problems, run, forget } = useAction(() => {
    setOpen(false)
    onDone({ vi: `Đã tạm dừng: ${target?.name ?? ''}.`, en: `Paused: ${target?.name ?? ''}.` })
  })
  const leave = () => {
    setOpen(false)
    forget()
  }
  if (!target) return null
  if (!isOpen)
    return (
      <div className="desk-buttons" ref={place}>
        <Button
          size="medium"
          margin={false}
          buttonStyle="secondary"
          className="desk-grave"
          onClick={() => setOpen(true)}
        >
          {say({ vi: 'Tạm dừng đăng bài…', en: 'Pause publishing…' })}
        </Button>
      </div>
    )
  return (
    <div aria-busy={isRunning} ref={place}>
      <TargetField targets={targets} chosen={target.id} onChoose={choose} />
      <Ask
        question={question}
        action={action}
        isRunning={isRunning}
        onAnswer={(because) => void run(`${pathOf(target)}/pause`, { because })}
        onLeave={leave}
      />
      <Problems problems={problems} />
    </div>
  )
}

/** Whoever leaves the question is back at the button that asked it. */
export function useWayBack(isOpen: boolean) {
  const place = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) place.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return place
}

function TargetField({
  targets,
  chosen,
  onChoose,
}: {
  targets: readonly Target[]
  chosen: string
  onChoose(id: string): void
}) {
  const say = useSay()
  const id = useId()
  return (
    <div className="desk-field">
      <label htmlFor={id}>
        {say({
          vi: 'Tạm dừng cơ quan nào (cùng các đơn vị trực thuộc)',
          en: 'Which organization (with those below it)',
        })}
      </label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {targets.map((target) => (
          <option key={target.id} value={target.id}>
            {target.name}
          </option>
        ))}
      </select>
    </div>
  )
}

function pathOf({ id }: Target): string {
  return id === EVERYTHING ? '' : `/organizations/${id}`
}

/** What the person may stop and what goes on yet. */
function useTargets(pauses: Props['pauses']): Target[] {
  const say = useSay()
  const { user } = useAuth()
  const person = user as unknown as Person | null
  const { row } = useRows<{ docs: Target[] }>('/organizations?depth=0&limit=1000&sort=name&select[name]=true')
  const paused = new Set(pauses.map(({ what, id }) => (what === EVERYTHING ? EVERYTHING : id)))
  const own = (row?.docs ?? []).filter(({ id }) => person && may(person, 'connect', id))
  const everything = { id: EVERYTHING, name: say({ vi: 'Toàn bộ hệ thống', en: 'Everything' }) }
  return [...own, ...(person?.systemAdmin ? [everything] : [])].filter(({ id }) => !paused.has(id))
}
