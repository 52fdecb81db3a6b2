/** What is said of a recall and of a correction. */
import type { CorrectionReport } from '@/engine/desk/correction/report'
import type { RecallPlace, RecallResult } from '@/engine/desk/recall/places'
import type { Arrived } from '../rest'
import type { Mood, Word } from '../words'

export type Place = Arrived<RecallPlace>

export type Recall = { because: string; by: string; at: string }

export type RecallAnswer = { recall: Recall | null; places: Place[] }

export type Correction = Arrived<CorrectionReport>

type Badge = Word & { sign: string; mood: Mood }

export const resultWords: Readonly<Record<RecallResult, Badge>> = {
  withdrawn: { vi: 'Đã gỡ', en: 'Taken down', sign: '✓', mood: 'good' },
  cancelled: { vi: 'Đã hủy, không đăng nữa', en: 'Cancelled', sign: '✓', mood: 'good' },
  'under-way': { vi: 'Đang gỡ', en: 'Being taken down', sign: '…', mood: 'waiting' },
  'by-hand': { vi: 'Phải gỡ bằng tay', en: 'To be taken down by hand', sign: '!', mood: 'warning' },
  failed: { vi: 'Chưa gỡ được', en: 'Not taken down', sign: '✕', mood: 'bad' },
}

export const correctionWords: Readonly<Record<Correction['places'][number]['result'], Badge>> = {
  done: { vi: 'Đã cải chính', en: 'Corrected', sign: '✓', mood: 'good' },
  owed: { vi: 'Chưa cải chính', en: 'Not corrected yet', sign: '!', mood: 'warning' },
  'by-hand': { vi: 'Phải cải chính bằng tay', en: 'To be corrected by hand', sign: '!', mood: 'warning' },
}

export function isDown({ result }: Place): boolean {
  return result === 'withdrawn' || result === 'cancelled'
}

/** One sentence over all channels, for whoever hears the page. */
export function summaryOf(places: readonly Place[]): Word {
  const done = places.filter(isDown).length
  const byHand = places.filter(({ result }) => result === 'by-hand').length
  const failed = places.filter(({ result }) => result === 'failed').length
  const vi = [
    `Xong ${done}/${places.length} kênh`,
    ...(byHand > 0 ? [`${byHand} kênh phải gỡ bằng tay`] : []),
    ...(failed > 0 ? [`${failed} kênh chưa gỡ được`] : []),
  ]
  const en = [
    `${done} of ${places.length} channels done`,
    ...(byHand > 0 ? [`${byHand} to be taken down by hand`] : []),
    ...(failed > 0 ? [`${failed} not taken down`] : []),
  ]
  return { vi: `${vi.join('; ')}.`, en: `${en.join('; ')}.` }
}

export function draftPath({ correction }: Correction): string {
  return `/admin/collections/${correction.kind}/${correction.id}`
}

export function wrongPath({ of }: Correction): string {
  return `/admin/collections/${of.kind}/${of.id}`
}
