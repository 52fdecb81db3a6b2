/** Five situations for a training day. Each is set up by one button and says what must be seen, and what must not be done. */
import type { FaultRule } from '../../contract'
import { postCallOf } from '../switches/words'

export type Exercise = {
  id: string
  title: string
  /** What the trainer has ready before the button is pressed. */
  before: string
  faults: FaultRule[]
  knobs?: { platform: string; name: string; value: number }[]
  /** What the trainees should see, in this order. */
  sights: readonly string[]
  /** The mistake that the exercise is about. */
  mistake: string
}

export const exercises: readonly Exercise[] = [
  {
    id: 'ban',
    title: 'Facebook ngừng phục vụ một lúc',
    before: 'Một bài đã duyệt, hẹn giờ trong vài phút tới trên Facebook.',
    faults: [{ platform: 'facebook', call: '*', fault: 'unavailable', times: 3 }],
    sights: [
      'Bài trở lại “Đã hẹn giờ”, có giờ gửi lại; chưa có gì trên trang Facebook giả lập.',
      'Hệ thống tự gửi lại sau 15 giây, 30 giây, 1 phút; học viên không phải bấm gì.',
      'Bài “Đã đăng”, trên trang có đúng một bài.',
    ],
    mistake: 'Hủy bài rồi soạn lại khi hệ thống đang chờ gửi lại.',
  },
  {
    id: 'im-lang',
    title: 'Facebook nhận bài rồi im lặng',
    before: 'Một bài chữ hoặc bài ảnh đã duyệt, sắp tới giờ trên Facebook.',
    faults: [{ platform: 'facebook', call: postCallOf('facebook'), fault: 'accept-then-drop', times: 1 }],
    sights: [
      'Bài ở “Chưa rõ kết quả”, dù trên trang Facebook giả lập đã thấy bài.',
      'Khoảng một phút sau hệ thống tự tìm thấy bài và chuyển sang “Đã đăng”.',
      'Trang Đối chiếu ghi “Không có bài nào lên hai lần”.',
    ],
    mistake: 'Đăng lại bằng tay vì tưởng bài chưa lên; người dân sẽ thấy hai bài giống nhau.',
  },
  {
    id: 'ma-truy-cap',
    title: 'Telegram không nhận mã truy cập',
    before: 'Một bài đã duyệt, sắp tới giờ trên Telegram.',
    faults: [{ platform: 'telegram', call: '*', fault: 'token-dead', times: 1 }],
    sights: [
      'Kênh chuyển sang “Cần kết nối lại”; bài ở “Cần xử lý” với lý do “Kênh cần kết nối lại”, không phải “Đăng lỗi”.',
      'Người quản trị kênh bấm “Kiểm tra kết nối”; lần này Telegram nhận, kênh trở lại “Đã kết nối”.',
      'Bài được đăng; nếu đã quá giờ nhiều, hệ thống hỏi lại trước khi đăng.',
    ],
    mistake: 'Xóa kênh rồi tạo kênh mới: số đo và lịch sử của kênh cũ bị bỏ lại.',
  },
  {
    id: 'qua-nhanh',
    title: 'Telegram báo gửi quá nhanh',
    before: 'Hai bài trở lên cùng giờ trên một kênh Telegram.',
    faults: [{ platform: 'telegram', call: postCallOf('telegram'), fault: 'throttle', times: 2 }],
    sights: [
      'Bài trở lại “Đã hẹn giờ”, gửi lại sau đúng thời gian Telegram yêu cầu.',
      'Các bài khác của kênh đó cũng chờ; kênh khác vẫn đăng bình thường.',
      'Mọi bài đều lên, mỗi bài đúng một lần.',
    ],
    mistake: 'Bấm “Đăng ngay” liên tục: càng gửi nhiều càng bị chặn lâu.',
  },
  {
    id: 'video-cho',
    title: 'YouTube xử lý video rất lâu',
    before: 'Một clip đã duyệt, sắp tới giờ trên YouTube.',
    faults: [],
    knobs: [{ platform: 'youtube', name: 'processingSeconds', value: 900 }],
    sights: [
      'Bài ở “Chờ nền tảng xử lý”; trên trang YouTube giả lập video còn ẩn.',
      'Ở trang Gây sự cố, tua đồng hồ thêm 1 giờ; lần xem lại kế tiếp hệ thống thấy video đã xong.',
      'Bài “Đã đăng”, có đường dẫn mở được.',
    ],
    mistake: 'Tải video lên lần nữa: tốn định mức trong ngày và thành hai video.',
  },
]
