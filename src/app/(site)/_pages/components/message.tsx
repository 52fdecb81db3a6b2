import type { PageLink } from '../site'
import { Document, type Frame } from './document'
import { Corrections } from './parts'

const messages = {
  missing: {
    title: 'Không tìm thấy trang',
    sentence: 'Địa chỉ này không có trên trang, hoặc đã được viết sai. Mời bạn chọn một lối vào bên trên.',
  },
  gone: {
    title: 'Bài này đã được gỡ',
    sentence: 'Cơ quan đăng bài đã gỡ nội dung này khỏi trang. Nếu bạn đã lưu hay chia sẻ bài, xin đừng chia sẻ tiếp.',
  },
  broken: { title: 'Trang tạm thời chưa đọc được', sentence: 'Máy chủ đang gặp sự cố. Mời bạn thử lại sau ít phút.' },
} as const

type Message = Frame & { kind: keyof typeof messages; corrections?: readonly PageLink[] }

export function showMessage({ site, section, kind, corrections = [] }: Message) {
  const { title, sentence } = messages[kind]
  return (
    <Document site={site} section={section} head={{ title }}>
      <h1>{title}</h1>
      <p>{sentence}</p>
      <Corrections corrections={corrections} />
      <p>
        <a className="button" href="/">
          Về trang chủ
        </a>
      </p>
    </Document>
  )
}
