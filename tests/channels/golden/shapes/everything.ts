/** An article that uses all that the editor's form offers: looks, links, lists, a quote, a picture among the words. */
import type { Channel } from '@/channels/contract'
import type { ContentDocument } from '@/engine/desk/item'
import { picture } from '../items'

const [BOLD, ITALIC, STRIKE, UNDERLINE] = [1, 2, 4, 8]

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const link = (url: string, ...children: unknown[]) => ({ type: 'link', fields: { url }, children })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const entry = (...children: unknown[]) => ({ type: 'listitem', children })

const body = {
  root: {
    type: 'root',
    children: [
      paragraph(
        text('Chiều 25/11, '),
        text('Công an tỉnh Kon Tum', BOLD),
        text(' cảnh báo chiêu “'),
        text('phạt nguội', ITALIC),
        text('” qua tin nhắn. Số tiền phạt '),
        text('2 triệu đồng', STRIKE),
        text(' là bịa; '),
        text('không ai', UNDERLINE),
        text(' thu phạt qua đường dẫn & mã QR.'),
      ),
      { type: 'heading', tag: 'h2', children: [text('Ba dấu hiệu nhận ra')] },
      {
        type: 'list',
        listType: 'number',
        children: [
          entry(text('Tên miền lạ, '), text('không phải', BOLD), text(' .gov.vn.')),
          entry(text('Giục nộp trong ngày.')),
          entry(text('Đòi mã OTP hoặc ảnh căn cước.')),
        ],
      },
      { type: 'upload', value: { id: 'anh-everything-2' } },
      { type: 'heading', tag: 'h3', children: [text('Tra ở đâu cho đúng?')] },
      paragraph(
        text('Tra cứu tại '),
        link('https://www.csgt.vn/tra-cuu', text('cổng của Cục Cảnh sát giao thông')),
        text(', hoặc hỏi:'),
      ),
      {
        type: 'list',
        listType: 'bullet',
        children: [
          entry(text('Công an xã, phường nơi ở;')),
          entry(text('số '), link('tel:113', text('113')), text(' khi đã lỡ chuyển tiền.')),
        ],
      },
      { type: 'quote', children: [text('Cứ chậm lại một phút, '), text('kẻ gian', BOLD), text(' sẽ hết kiên nhẫn.')] },
      paragraph(text('Nếu 1 < 2 thì “miễn phí” > “có phí”:'), { type: 'linebreak' }, text('đó là mồi, bà con bỏ qua.')),
    ],
  },
}

export function everything(channel: Channel): ContentDocument {
  const title = 'Tin nhắn “phạt nguội” giả: đừng bấm & đừng nộp'
  return {
    id: 'everything',
    title,
    lead: 'Kẻ gian nhắn tin báo phạt nguội rồi dẫn tới trang thu tiền giả; bà con tra ở cổng chính thức.',
    slug: 'tin-nhan-phat-nguoi-gia',
    language: 'vi',
    hashtags: ['PhạtNguộiGiả', '#ChamMaChac'],
    audiences: [{ slug: 'everyone', name: 'Mọi người' }],
    topics: [{ slug: 'canh-bao', name: 'Cảnh báo' }],
    authors: [{ penName: 'Y Hạnh' }, { penName: 'Hoàng Nam' }],
    organization: { id: 'kon-tum', name: 'Công an tỉnh Kon Tum' },
    variants: [],
    body,
    cover: picture(channel, { id: 'everything', title: `${title}.` }),
    gallery: [
      { ...picture(channel, { id: 'everything-2', title: 'ảnh chụp tin nhắn' }), caption: 'Một tin nhắn giả.' },
    ],
  }
}
