/** Numbers that tests and trainers turn. A platform asks for a knob with the value that it has when nobody turned it. */
import type { Desk, Lookalike, Records } from '../contract'

export type KnobState = {
  platform: string
  name: string
  label: string
  fallback: number
  value: number
  isTurned: boolean
}

export type Knobs = {
  read: Desk['knob']
  /** Null puts it back. */
  turn(platform: string, name: string, value: number | null): void
  /** Those that the platforms name, the ones every platform has, and whatever was asked for or turned before. */
  list(lookalikes: readonly Lookalike[]): KnobState[]
}

type Known = Omit<KnobState, 'value' | 'isTurned'>

/** The desk's own: they work alike on all platforms. */
export const deliveryKnobs = {
  webhookTwice: { label: 'Webhook gửi lặp (1 = mỗi tin gửi hai lần)', fallback: 0 },
  webhookOutOfOrder: { label: 'Webhook đảo thứ tự (số tin gom lại rồi gửi ngược, 0 = tắt)', fallback: 0 },
  webhookPauseMilliseconds: {
    label: 'Webhook: nghỉ giữa hai lần gửi lại (mili giây thật, 0 = như nền tảng)',
    fallback: 0,
  },
} as const

export function openKnobs(records: Records): Knobs {
  const find = (platform: string, name: string) => records.get<number | null>('sandbox.knobs', `${platform}/${name}`)
  const note = (knob: Known) => {
    const id = `${knob.platform}/${knob.name}`
    if (!records.get('sandbox.known-knobs', id)) records.put('sandbox.known-knobs', id, knob)
  }
  return {
    read: (platform, name, fallback) => {
      note({ platform, name, label: name, fallback })
      return find(platform, name) ?? fallback
    },
    turn: (platform, name, value) => {
      note({ platform, name, label: name, fallback: 0 })
      records.put('sandbox.knobs', `${platform}/${name}`, value)
    },
    list: (lookalikes) => {
      const all = [...lookalikes.flatMap(named), ...records.list<Known>('sandbox.known-knobs')]
      const first = new Map(all.toReversed().map((knob) => [`${knob.platform}/${knob.name}`, knob]))
      return all
        .filter((knob) => first.get(`${knob.platform}/${knob.name}`) === knob)
        .map((knob) => {
          const turned = find(knob.platform, knob.name) ?? null
          return { ...knob, value: turned ?? knob.fallback, isTurned: turned !== null }
        })
    },
  }
}

function named({ platform, knobs = {} }: Lookalike): Known[] {
  return Object.entries({ ...knobs, ...deliveryKnobs }).map(([name, knob]) => ({ platform, name, ...knob }))
}
