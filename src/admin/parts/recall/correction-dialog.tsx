'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Problems } from '../badges'
import { useAction } from '../rest'
import { useSay } from '../words'
import { CorrectionPlaces } from './correction-places'
import { Modal, TextField } from './modal'
import { type Correction, draftPath } from './words'

type Props = { path: string; onDone(): void; onLeave(): void }

/** Wants what was wrong and what is right; then it shows where the correction is planned, and leads to its draft. */
export function CorrectionDialog({ path, onDone, onLeave }: Props) {
  const say = useSay()
  const [drafted, setDrafted] = useState<Correction | null>(null)
  const done = (answer: unknown) => {
    setDrafted(answer as Correction)
    onDone()
  }
  return (
    <Modal title={say({ vi: 'Cải chính', en: 'Correction' })} onLeave={onLeave}>
      {drafted ? (
        <div className="desk-dialog-body">
          <p role="status">
            {say({
              vi: 'Đã soạn tin cải chính và chuẩn bị bài đăng ở mọi kênh có bài sai. Hãy mở bản nháp, xem lại rồi gửi duyệt.',
              en: 'The correction is drafted and planned wherever the wrong item stood. Open the draft, read it and submit it.',
            })}
          </p>
          <CorrectionPlaces report={drafted} mayTick={false} onDone={onDone} />
          <div className="desk-buttons">
            <Button size="medium" margin={false} el="anchor" url={draftPath(drafted)}>
              {say({ vi: 'Mở tin cải chính', en: 'Open the correction' })}
            </Button>
            <Button size="medium" margin={false} buttonStyle="secondary" onClick={onLeave}>
              {say({ vi: 'Đóng', en: 'Close' })}
            </Button>
          </div>
        </div>
      ) : (
        <Asking path={path} onDone={done} onLeave={onLeave} />
      )}
    </Modal>
  )
}

function Asking({ path, onDone, onLeave }: { path: string; onDone(answer: unknown): void; onLeave(): void }) {
  const say = useSay()
  const [wrong, setWrong] = useState('')
  const [right, setRight] = useState('')
  const { isRunning, problems, run } = useAction(onDone)
  const [wrongText, correctedText] = [wrong, right].map((text) => text.normalize('NFC').trim())
  return (
    <div className="desk-dialog-body" aria-busy={isRunning}>
      <p>
        {say({
          vi: 'Tin cải chính mở đầu bằng “Thông tin cải chính, xin lỗi”, nêu tên tác phẩm, chuyên mục, ngày đăng, thông tin sai và thông tin đúng, đăng ở mọi kênh đã có bài sai.',
          en: 'The correction names the work, its column and day, what was wrong and what is right, and goes wherever the wrong item stood.',
        })}
      </p>
      <TextField
        label={say({ vi: 'Thông tin sai đã đăng (bắt buộc)', en: 'What was wrong (required)' })}
        value={wrong}
        onChange={setWrong}
        autoFocus
      />
      <TextField
        label={say({ vi: 'Thông tin đúng (bắt buộc)', en: 'What is right (required)' })}
        value={right}
        onChange={setRight}
      />
      <div className="desk-buttons">
        <Button
          size="medium"
          margin={false}
          disabled={isRunning || !wrongText || !correctedText}
          onClick={() => void run(`${path}/correction`, { wrongText, correctedText })}
        >
          {say({ vi: 'Soạn tin cải chính', en: 'Draft the correction' })}
        </Button>
        <Button size="medium" margin={false} buttonStyle="secondary" disabled={isRunning} onClick={onLeave}>
          {say({ vi: 'Thôi', en: 'Never mind' })}
        </Button>
      </div>
      <Problems problems={problems} />
    </div>
  )
}
