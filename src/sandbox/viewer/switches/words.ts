/** What the switches do, in the words of people who have never heard of HTTP. */
import type { Fault, FaultRule } from '../../contract'

export const faultLabels: Readonly<Record<Fault, string>> = {
  unavailable: 'Ngừng phục vụ (chưa làm gì, báo 503)',
  hang: 'Im lặng (chưa làm gì, không trả lời)',
  slow: 'Trả lời rất chậm (việc vẫn xong)',
  'accept-then-drop': 'Đã nhận bài rồi đứt mạng',
  'accept-then-hang': 'Đã nhận bài rồi im lặng',
  'error-after-accept': 'Đã nhận bài rồi báo lỗi 500',
  throttle: 'Báo gửi quá nhanh',
  'token-dead': 'Báo mã truy cập hết hiệu lực',
  garbage: 'Đã nhận bài rồi trả lời vô nghĩa',
  truncated: 'Đã nhận bài rồi trả lời bị cụt',
}

/** The calls that put a post before the public; everything where a platform has no such single call. */
const postCalls: Readonly<Record<string, string>> = {
  facebook: 'feed.create',
  zalo: 'article.create',
  youtube: 'videos.insert.finish',
  telegram: 'send*',
}

export function postCallOf(platform: string): string {
  return postCalls[platform] ?? '*'
}

export function describeRule({ call, fault, times, seconds, probability, seed }: FaultRule): string {
  const what = faultLabels[fault] + (seconds === undefined ? '' : ` ${seconds.toLocaleString('vi-VN')} giây`)
  const often =
    probability === undefined ? '' : `, khoảng ${Math.round(probability * 100)}% số lần (dãy số ${seed ?? ''})`
  const left = times === null ? ', cho tới khi tắt' : `, còn ${times} lần`
  return `${call === '*' ? 'mọi lời gọi' : `lời gọi ${call}`}: ${what}${often}${left}`
}

type Quick = { words: string; rule: Omit<FaultRule, 'platform'> }

/** The troubles that happen to real platforms, each by one button. */
export function quickFaults(platform: string, label: string): Quick[] {
  const call = postCallOf(platform)
  return [
    {
      words: `${label} bận: 3 lần tới trả lời chậm 20 giây`,
      rule: { call: '*', fault: 'slow', seconds: 20, times: 3 },
    },
    { words: `${label} ngừng phục vụ: 3 lần tới không nhận gì`, rule: { call: '*', fault: 'unavailable', times: 3 } },
    { words: `${label} nhận bài rồi im lặng: 1 bài tới`, rule: { call, fault: 'accept-then-hang', times: 1 } },
    { words: `${label} nhận bài rồi đứt mạng: 1 bài tới`, rule: { call, fault: 'accept-then-drop', times: 1 } },
    { words: `${label} báo gửi quá nhanh: 2 bài tới`, rule: { call, fault: 'throttle', times: 2 } },
    { words: `${label} không nhận mã truy cập: 1 lần tới`, rule: { call: '*', fault: 'token-dead', times: 1 } },
    {
      words: `${label} chập chờn: cứ 5 lần thì hỏng khoảng 1, cho tới khi tắt`,
      rule: { call: '*', fault: 'unavailable', times: null, probability: 0.2, seed: '1' },
    },
  ]
}
