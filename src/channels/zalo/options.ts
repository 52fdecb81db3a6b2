/** What an editor may set, what is stored for an OA, and the frozen post. */
import { z } from 'zod'

const ages = z
  .enum(['under-13', '13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65-up'])
  .meta({ labels: { 'under-13': '0-12 tuổi', '65-up': '65 tuổi trở lên' } })
const regions = z
  .enum(['north', 'central', 'south'])
  .meta({ labels: { north: 'Miền Bắc', central: 'Miền Trung', south: 'Miền Nam' } })
const devices = z
  .enum(['ios', 'android', 'windows'])
  .meta({ labels: { ios: 'iPhone, iPad', android: 'Android', windows: 'Windows Phone' } })

export const options = z.strictObject({
  presentation: z
    .enum(['auto', 'article', 'video'])
    .default('auto')
    .meta({
      description: 'Hình thức đăng trên Zalo',
      labels: {
        auto: 'Tự chọn: clip thành bài video, còn lại thành bài viết',
        article: 'Bài viết',
        video: 'Bài video',
      },
    }),
  author: z.string().optional().describe('Tên tác giả hiện trên bài Zalo (để trống: lấy tác giả của nội dung)'),
  comments: z
    .enum(['show', 'hide'])
    .default('hide')
    .meta({ description: 'Bình luận dưới bài', labels: { show: 'Cho phép', hide: 'Tắt' } }),
  cite: z.string().optional().describe('Nguồn trích dẫn hiện cuối bài viết (để trống nếu không có)'),
  related: z
    .array(z.string())
    .default([])
    .describe('Bài liên quan hiện dưới bài viết: mã hoặc đường dẫn bài của OA này'),
  broadcast: z
    .enum(['none', 'all', 'target'])
    .default('none')
    .meta({
      description:
        'Gửi bài tới người quan tâm (broadcast) ngay sau khi bài hiện; chỉ từ 6 giờ đến 22 giờ; đã gửi thì không thu hồi được, gỡ bài chỉ gỡ bài viết',
      labels: { none: 'Không gửi', all: 'Gửi mọi người quan tâm', target: 'Gửi theo nhóm chọn bên dưới' },
    }),
  ages: z.array(ages).default([]).describe('Broadcast: nhóm tuổi (để trống: mọi tuổi)'),
  gender: z
    .enum(['all', 'male', 'female'])
    .default('all')
    .meta({ description: 'Broadcast: giới tính', labels: { all: 'Tất cả', male: 'Nam', female: 'Nữ' } }),
  locations: z.array(regions).default([]).describe('Broadcast: vùng miền (để trống: cả nước)'),
  cities: z
    .array(z.string())
    .default([])
    .describe('Broadcast: mã tỉnh, thành của Zalo từ 0 đến 63 (có mã tỉnh thì Zalo bỏ qua vùng miền)'),
  devices: z.array(devices).default([]).describe('Broadcast: hệ điều hành (để trống: tất cả)'),
  alsoBroadcast: z
    .array(z.string())
    .default([])
    .describe('Broadcast: gửi kèm tối đa 4 bài khác của OA này, bằng mã hoặc đường dẫn bài'),
})

export type Options = z.infer<typeof options>

const keys = {
  appId: z.string().min(1).describe('Mã ứng dụng (App ID)'),
  appSecret: z.string().min(1).describe('Khóa bí mật của ứng dụng (Secret key)'),
  codeVerifier: z
    .string()
    .min(1)
    .optional()
    .describe('Code verifier 43 ký tự, cặp với code challenge đã khai báo trong trang quản lý ứng dụng'),
  oaSecretKey: z.string().min(1).optional().describe('OA Secret Key ở mục Webhook, để xác thực thông báo từ Zalo'),
}

/** The keys of our application at Zalo. */
export const application = z.strictObject(keys)

/**
 * Refreshing gives a new pair and kills the old refresh token: the pair is always stored as one. The application's keys
 * are written down here only where somebody pasted them; the engine adds them to every call.
 */
export const credentials = z.strictObject({
  accessToken: z.string().min(1).describe('Mã truy cập (access token)'),
  refreshToken: z.string().min(1).describe('Mã làm mới (refresh token)'),
  ...application.partial().shape,
})

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), content: z.string() }),
  z.strictObject({ type: z.literal('image'), url: z.string(), caption: z.string() }),
])

/** `target` holds Zalo's own codes, comma-joined; empty means every follower. */
const broadcast = z.strictObject({ target: z.record(z.string(), z.string()), also: z.array(z.string()) })

const common = {
  title: z.string(),
  description: z.string(),
  /** Address of the cover, of a video its picture; null when the item has none, which `inspect` reports. */
  coverUrl: z.string().nullable(),
  comment: z.enum(['show', 'hide']),
  broadcast: broadcast.nullable().default(null),
}

const article = z.strictObject({
  // Snapshots frozen before there were videos name no type.
  type: z.literal('normal').default('normal'),
  ...common,
  author: z.string(),
  body: z.array(block),
  cite: z.string().default(''),
  related: z.array(z.string()).default([]),
})

/** The video itself is the medium of the draft whose role is `video`. */
const video = z.strictObject({ type: z.literal('video'), ...common })

/** The post as Zalo takes it, without `status`, which belongs to the step and not to the content. */
export const post = z.union([video, article])

export type ZaloPost = z.infer<typeof post>
export type Article = z.infer<typeof article>
export type Broadcast = z.infer<typeof broadcast>
export type ArticleBlock = z.infer<typeof block>
