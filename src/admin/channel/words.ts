'use client'
/** What the admin says about channels. */
import type { Mood, Word } from '../parts/words'

export type ChannelState = 'connected' | 'attention' | 'paused' | 'off'

export const channelWords: Readonly<Record<ChannelState, Word & { sign: string; mood: Mood }>> = {
  connected: { vi: 'Đã kết nối', en: 'Connected', sign: '✓', mood: 'good' },
  attention: { vi: 'Cần kết nối lại', en: 'Reconnect', sign: '!', mood: 'warning' },
  paused: { vi: 'Tạm dừng', en: 'Paused', sign: '‖', mood: 'waiting' },
  off: { vi: 'Chưa kết nối', en: 'Not connected', sign: '–', mood: 'quiet' },
}

/** Needs attention, but mends itself when the platform does. */
export const brokenWord: Word & { sign: string; mood: Mood } = {
  vi: 'Tạm ngừng gửi, đang tự thử lại',
  en: 'Left alone, being probed',
  sign: '!',
  mood: 'bad',
}

export const legalNote: Word = {
  vi: 'Nền tảng này có lưu ý pháp lý tại Việt Nam. Cơ quan đã kiểm tra và chịu trách nhiệm về việc dùng nó.',
  en: 'There is a legal note about this platform in Vietnam. The organization has checked it and answers for its use.',
}

/** Codes that come back in an address after a sign-in; a platform's own reason is read from the server. */
export const returnProblems: Readonly<Record<string, Word>> = {
  not_signed_in: {
    vi: 'Bạn đã hết phiên làm việc trong lúc đăng nhập ở nền tảng; hãy bấm kết nối lại từ đầu.',
    en: 'Your session here ended meanwhile; start connecting again.',
  },
  sign_in_unknown: {
    vi: 'Không có lần đăng nhập này, hoặc nó của người khác; hãy bấm kết nối lại từ đầu.',
    en: 'There is no such sign-in, or it is somebody else’s; start connecting again.',
  },
  sign_in_expired: {
    vi: 'Lần đăng nhập đã quá 10 phút; hãy bấm kết nối lại từ đầu.',
    en: 'The sign-in took longer than ten minutes; start connecting again.',
  },
  sign_in_used: {
    vi: 'Lần đăng nhập này đã dùng rồi; hãy bấm kết nối lại từ đầu.',
    en: 'This sign-in was used already; start connecting again.',
  },
  not_allowed: {
    vi: 'Bạn không có quyền kết nối kênh của cơ quan này.',
    en: 'You may not connect channels of this organization.',
  },
}

export const unknownReturn: Word = {
  vi: 'Hệ thống gặp lỗi khi nhận kết quả đăng nhập; hãy thử lại hoặc báo quản trị.',
  en: 'The sign-in could not be taken; try again or tell the administrator.',
}
