/** What a person reads who has to do by hand what the system cannot. */
import { channelOf } from '@/channels/registry'
import type { ChannelRow, Publication } from '../../rows'

type Post = Pick<Publication, 'title' | 'platform' | 'remoteUrl'>

const THEN = 'rồi bấm “Đã gỡ bằng tay”.'

export function takeDownByHand({ title, platform, remoteUrl }: Post, channel: ChannelRow, because: string): string {
  const where = remoteUrl
    ? `mở ${remoteUrl}`
    : `mở kênh “${channel.name}” trên ${channelOf(platform).label}, tìm bài “${title}”`
  return `${because} Hãy ${where}, xóa bài ở đó, ${THEN}`
}

export function lookByHand({ title, platform }: Post, { name, url }: ChannelRow): string {
  const place = `kênh “${name}” trên ${channelOf(platform).label}${url ? ` (${url})` : ''}`
  return `Không rõ bài đã lên hay chưa. Hãy mở ${place} và tìm bài “${title}”: nếu thấy thì xóa; không còn bài nào nữa ${THEN}`
}

export function reconnectFirst({ name }: ChannelRow, because: string): string {
  return `Kênh “${name}” cần kết nối lại nên chưa gỡ được bài: ${because} Kết nối xong, bấm “Thu hồi tiếp”, hoặc gỡ trực tiếp ${THEN}`
}

export function stillTrying(because: string, tries: number): string {
  return `${because} Đã thử gỡ ${tries} lần chưa được; hệ thống vẫn thử tiếp, nếu gấp hãy gỡ trực tiếp ${THEN}`
}

/** The drivers' own sentences speak of sending. */
export function silent({ name }: ChannelRow): string {
  return `Kênh “${name}” tạm thời không phản hồi; hệ thống tự gỡ lại sau ít phút.`
}

export function slowed({ name }: ChannelRow): string {
  return `Nền tảng yêu cầu kênh “${name}” chờ thêm; hệ thống tự gỡ lại khi hết giờ chờ.`
}
