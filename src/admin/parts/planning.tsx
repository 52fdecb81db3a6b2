'use client'
/** The form behind "Đăng ở đâu, khi nào": connected channels of the organization, an hour for each. */
import { Button, useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { may, type Person } from '@/access/roles'
import { Problems, ShownHour } from './badges'
import { fromInput, nextQuarter, toInput, zoneWord } from './hours'
import { useAction } from './rest'
import { usePlatformName, useSay } from './words'

export type ChannelOption = {
  id: string
  name: string
  platform: string
  state: 'connected' | 'attention' | 'paused' | 'off'
}

type Props = {
  path: string
  organization: string
  channels: readonly ChannelOption[]
  taken: readonly string[]
  onDone: () => void
}

export function PlanningPart({ path, organization, channels, taken, onDone }: Props) {
  const say = useSay()
  const { user } = useAuth()
  const free = channels.filter(({ id }) => !taken.includes(id))
  if (!user || !may(user as unknown as Person, 'schedule', organization)) {
    return (
      <p className="desk-note">
        {say({
          vi: 'Người đăng hoặc lãnh đạo chọn kênh và giờ đăng.',
          en: 'A publisher or the leader chooses channels and hours.',
        })}
      </p>
    )
  }
  if (channels.length === 0)
    return (
      <p className="desk-note">
        {say({ vi: 'Cơ quan này chưa có kênh nào.', en: 'This organization has no channel yet.' })}
      </p>
    )
  return free.length === 0 ? null : <PlanningForm path={path} channels={free} onDone={onDone} />
}

function PlanningForm({
  path,
  channels,
  onDone,
}: {
  path: string
  channels: readonly ChannelOption[]
  onDone: () => void
}) {
  const say = useSay()
  const [start] = useState(() => toInput(nextQuarter(new Date())))
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [isUrgent, setUrgent] = useState(false)
  const { isRunning, problems, run } = useAction(() => {
    setChosen({})
    setUrgent(false)
    onDone()
  })
  const items = Object.entries(chosen).map(([channel, value]) => ({
    channel,
    dueAt: fromInput(value),
    urgent: isUrgent,
  }))
  const toggle = (id: string) =>
    setChosen(({ [id]: known, ...rest }) => (known === undefined ? { ...rest, [id]: start } : rest))
  const move = (id: string, value: string) => setChosen((before) => ({ ...before, [id]: value }))
  return (
    <fieldset className="desk-planning" aria-busy={isRunning}>
      <legend>
        {say({ vi: 'Thêm kênh', en: 'Add channels' })} <span className="desk-small">({say(zoneWord)})</span>
      </legend>
      <ul>
        {channels.map((channel) => (
          <ChannelChoice
            key={channel.id}
            channel={channel}
            value={chosen[channel.id]}
            onToggle={() => toggle(channel.id)}
            onMove={(value) => move(channel.id, value)}
          />
        ))}
      </ul>
      <label className="desk-check">
        <input type="checkbox" checked={isUrgent} onChange={({ target }) => setUrgent(target.checked)} />
        <span>{say(urgently)}</span>
      </label>
      <Button
        size="medium"
        margin={false}
        disabled={isRunning || items.length === 0 || items.some(({ dueAt }) => dueAt === '')}
        onClick={() => void run(`${path}/publications`, { items })}
      >
        {say({ vi: 'Hẹn giờ đăng', en: 'Schedule' })}
      </Button>
      <Problems problems={problems} />
    </fieldset>
  )
}

const urgently = {
  vi: 'Tin khẩn: gửi trước mọi bài đang chờ trên các kênh này',
  en: 'Urgent: goes before everything that waits on these channels',
}

const stateNotes = {
  connected: null,
  paused: { vi: 'đang tạm dừng', en: 'paused' },
  attention: { vi: 'cần kết nối lại', en: 'needs to be reconnected' },
  off: { vi: 'chưa kết nối', en: 'not connected' },
}

function ChannelChoice({
  channel,
  value,
  onToggle,
  onMove,
}: {
  channel: ChannelOption
  value: string | undefined
  onToggle: () => void
  onMove(value: string): void
}) {
  const say = useSay()
  const platform = usePlatformName()(channel.platform)
  const note = stateNotes[channel.state]
  const isReady = channel.state === 'connected' || channel.state === 'paused'
  return (
    <li>
      <label className="desk-check">
        <input type="checkbox" checked={value !== undefined} disabled={!isReady} onChange={onToggle} />
        <span>
          <strong>{platform}</strong> {channel.name}
          {note && <em> ({say(note)})</em>}
        </span>
      </label>
      {value !== undefined && (
        <div>
          <input
            type="datetime-local"
            aria-label={`${say({ vi: 'Giờ đăng ở', en: 'Hour on' })} ${platform}, ${channel.name}`}
            value={value}
            onChange={(event) => onMove(event.target.value)}
          />
          <ShownHour value={value} />
        </div>
      )}
    </li>
  )
}
