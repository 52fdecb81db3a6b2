'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problems } from '../badges'
import { useAction } from '../rest'
import { useSay } from '../words'
import { Modal, TextField } from './modal'
import { RecallPlaces } from './places'
import type { RecallAnswer } from './words'

type Props = { path: string; answer: RecallAnswer | null; mayTick: boolean; onDone(): void; onLeave(): void }

/** Wants a reason first; then it shows what comes of it, and may be left at any time: the work goes on. */
export function RecallDialog({ path, answer, mayTick, onDone, onLeave }: Props) {
  const say = useSay()
  const [isAsked, setAsked] = useState(false)
  const title = say({ vi: 'Thu hồi bài khỏi mọi kênh', en: 'Recall from every channel' })
  const done = () => {
    setAsked(true)
    onDone()
  }
  return (
    <Modal title={title} onLeave={onLeave}>
      {isAsked && answer?.recall ? (
        <>
          <RecallPlaces places={answer.places} mayTick={mayTick} onDone={onDone} />
          <Button size="medium" margin={false} onClick={onLeave}>
            {say({ vi: 'Đóng', en: 'Close' })}
          </Button>
        </>
      ) : (
        <Asking path={path} onDone={done} onLeave={onLeave} />
      )}
    </Modal>
  )
}

const LEAST = 5

function Asking({ path, onDone, onLeave }: { path: string; onDone(): void; onLeave(): void }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const { isRunning, problems, run } = useAction(onDone)
  const reason = typed.normalize('NFC').trim()
  return (
    <div className="desk-dialog-body" aria-busy={isRunning}>
      <p>
        {say({
          vi: 'Bài đã lên bị gỡ khỏi mọi kênh, bài đang chờ bị hủy. Muốn đăng lại phải sửa và duyệt lại từ đầu.',
          en: 'What is live is taken down everywhere, what waits is cancelled. To publish again it must be edited and approved anew.',
        })}
      </p>
      <TextField
        label={say({ vi: 'Lý do thu hồi (bắt buộc)', en: 'Reason (required)' })}
        hint={say({ vi: 'Ít nhất 5 ký tự; được ghi vào nhật ký.', en: 'At least 5 characters; kept in the audit.' })}
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      <div className="desk-buttons">
        <Button
          size="medium"
          margin={false}
          className="desk-grave-main"
          disabled={isRunning || reason.length < LEAST}
          onClick={() => void run(`${path}/recall`, { reason })}
        >
          {say({ vi: 'Thu hồi ngay', en: 'Recall now' })}
        </Button>
        <Button size="medium" margin={false} buttonStyle="secondary" disabled={isRunning} onClick={onLeave}>
          {say({ vi: 'Thôi', en: 'Never mind' })}
        </Button>
      </div>
      <Problems problems={problems} />
    </div>
  )
}
