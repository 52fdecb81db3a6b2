'use client'
/** What the admin says, Vietnamese first, English second. */
import { useConfig, useTranslation } from '@payloadcms/ui'
import type { ApprovalState, Decision } from '@/approval'
import { showNumber } from '@/platform/numbers'
import type { State } from '@/publishing/states'

export type Word = { vi: string; en: string }

export type Say = (word: Word) => string

export function useSay(): Say {
  const { i18n } = useTranslation()
  return (word) => (i18n.language === 'en' ? word.en : word.vi)
}

/** Numbers with the comma and the point of the language that the person reads. */
export function useNumbers(): (value: number, decimals?: number) => string {
  const { i18n } = useTranslation()
  return (value, decimals) => showNumber(value, i18n.language === 'en' ? 'en' : 'vi', decimals)
}

/** A state's word and its sign: neither depends on seeing colours. */
export const stateWords: Readonly<Record<State, Word & { sign: string; mood: Mood }>> = {
  draft: { vi: 'Bản nháp', en: 'Draft', sign: '✎', mood: 'quiet' },
  scheduled: { vi: 'Đã hẹn giờ', en: 'Scheduled', sign: '◷', mood: 'waiting' },
  sending: { vi: 'Đang đăng', en: 'Sending', sign: '↑', mood: 'waiting' },
  processing: { vi: 'Chờ nền tảng xử lý', en: 'Processing', sign: '…', mood: 'waiting' },
  unknown: { vi: 'Chưa rõ kết quả', en: 'Outcome unknown', sign: '?', mood: 'warning' },
  published: { vi: 'Đã đăng', en: 'Published', sign: '✓', mood: 'good' },
  held: { vi: 'Cần xử lý', en: 'Needs a decision', sign: '!', mood: 'warning' },
  failed: { vi: 'Đăng lỗi', en: 'Failed', sign: '✕', mood: 'bad' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', sign: '–', mood: 'quiet' },
  withdrawn: { vi: 'Đã gỡ', en: 'Withdrawn', sign: '–', mood: 'quiet' },
}

export type Mood = 'quiet' | 'waiting' | 'good' | 'warning' | 'bad'

export const approvalWords: Readonly<Record<ApprovalState, Word & { sign: string; mood: Mood }>> = {
  draft: { vi: 'Bản nháp', en: 'Draft', sign: '✎', mood: 'quiet' },
  in_review: { vi: 'Chờ duyệt', en: 'In review', sign: '◷', mood: 'waiting' },
  returned: { vi: 'Trả lại (cần sửa)', en: 'Returned', sign: '↩', mood: 'warning' },
  approved: { vi: 'Đã duyệt', en: 'Approved', sign: '✓', mood: 'good' },
  retracted: { vi: 'Đã thu hồi', en: 'Recalled', sign: '–', mood: 'bad' },
  archived: { vi: 'Lưu trữ', en: 'Archived', sign: '–', mood: 'quiet' },
}

export const decisionWords: Readonly<Record<Decision['action'], Word>> = {
  submitted: { vi: 'Gửi duyệt', en: 'Submitted' },
  approved: { vi: 'Duyệt', en: 'Approved' },
  returned: { vi: 'Trả lại', en: 'Returned' },
  retracted: { vi: 'Gỡ', en: 'Retracted' },
  recalled: { vi: 'Thu hồi', en: 'Recalled' },
  voided: { vi: 'Mất hiệu lực duyệt', en: 'Approval voided' },
}

/** The name of a platform as the configuration has it; the admin itself knows no platform. */
export function usePlatformName(): (platform: string) => string {
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const field = getEntityConfig({ collectionSlug: 'publications' })?.fields.find(
    (candidate) => 'name' in candidate && candidate.name === 'platform',
  )
  const options = field?.type === 'select' ? field.options : []
  return (platform) => {
    const option = options.find((candidate) => typeof candidate === 'object' && candidate.value === platform)
    const label = typeof option === 'object' ? option.label : platform
    return typeof label === 'string' ? label : String((label as Record<string, string>)[i18n.language] ?? platform)
  }
}
