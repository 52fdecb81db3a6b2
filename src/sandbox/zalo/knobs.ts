/** What a trainer or a test may turn. Where the real Zalo is not documented, both readings can be set. */
import type { Desk, Knob } from '../contract'

export const knobs = {
  appearsWhenVerified: { label: 'Bài chỉ có sau khi xác nhận token (1) hay có ngay (0)', fallback: 0 },
  verifyLooks: { label: 'Số lần trả lời “đang xử lý” trước khi bài xong', fallback: 1 },
  videoLooks: { label: 'Số lần trả lời “đang chuyển đổi” trước khi video xong', fallback: 1 },
  videoFails: { label: 'Video chuyển đổi không được (1)', fallback: 0 },
  videoByCode: { label: 'Video đang chuyển đổi: báo mã -214 (1) hay trạng thái 3 (0)', fallback: 0 },
  videoToken: { label: 'Token video đọc từ: đâu cũng được (0), header (1), tham số (2)', fallback: 0 },
  listLagSeconds: { label: 'Danh sách bài chậm (giây)', fallback: 0 },
  pageSize: { label: 'Số bài nhiều nhất một trang danh sách', fallback: 10 },
  datesAsNumbers: { label: 'Ngày và số trong danh sách là số (1) hay chữ (0)', fallback: 0 },
  articleIdName: { label: 'Tên của mã bài khi xác nhận: id (0) hay article_id (1)', fallback: 0 },
  rateLimit: { label: 'Số lần gọi một phút', fallback: 4_000 },
  articleQuota: { label: 'Số bài OA được tạo', fallback: 100_000 },
  broadcastQuota: { label: 'Hạn mức broadcast một tháng của OA', fallback: 500 },
  receiveQuota: { label: 'Hạn mức nhận broadcast một tháng của người quan tâm', fallback: 500 },
  quotaInside: { label: 'Hạn mức nằm trong data (1) hay ở ngoài (0)', fallback: 1 },
  targetAs: { label: 'Nhóm người nhận: chữ (0), số (1) hay mảng (2)', fallback: 0 },
  package: { label: 'Gói OA: đủ (2), không broadcast (1), không API (0)', fallback: 2 },
  packageDays: { label: 'Gói OA còn bao nhiêu ngày', fallback: 365 },
  verified: { label: 'OA đã xác thực (1) hay chưa (0)', fallback: 1 },
  signatureBegins: { label: 'Chữ ký webhook bắt đầu bằng mã ứng dụng (0) hay mã OA (1)', fallback: 0 },
} as const satisfies Readonly<Record<string, Knob>>

export type KnobName = keyof typeof knobs

export function turned(desk: Desk, name: KnobName): number {
  return desk.knob('zalo', name, knobs[name].fallback)
}

export function turn(desk: Desk, name: KnobName, value: number): void {
  desk.records.put('sandbox.knobs', `zalo/${name}`, value)
}
