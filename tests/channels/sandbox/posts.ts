/** Posts that have everything a wall can show. */
import type { WallPost } from '@/sandbox/contract'

const post = (platform: string, over: Partial<WallPost>): WallPost => ({
  id: `${platform}-1`,
  platform,
  account: '-100',
  name: 'Công an tỉnh Kon Tum',
  verified: true,
  title: 'Cảnh giác <script>alert(1)</script>',
  text: 'Một & hai\nhttps://lantoa.example/l/abc',
  pictures: ['/_files/a'],
  video: null,
  link: null,
  at: '2026-11-22T05:00:00Z',
  counters: { views: 1234, reactions: 5, comments: 1, shares: 2 },
  state: 'visible',
  comments: [{ by: 'Y Hạnh', text: 'Cảm ơn công an xã <b>!', at: '2026-11-22T05:01:00Z' }],
  ...over,
})

const long = 'Gần đây nhiều người dân nhận được cuộc gọi tự xưng là “cán bộ điều tra”. '.repeat(9)

export function postsOf(platform: string): WallPost[] {
  const own = (number: number, over: Partial<WallPost>) =>
    post(platform, { id: `${platform}-${number}`, at: `2026-11-22T05:0${number}:00Z`, ...over })
  return [
    post(platform, { edited: true, pinned: true, reactions: { '👍': 3 } }),
    own(2, { video: '/_files/b', duration: 75, state: 'removed' }),
    own(3, { pictures: ['/_files/a', '/_files/b', '/_files/c', '/_files/d', '/_files/e', '/_files/f'], text: long }),
    own(4, {
      pictures: [],
      poll: {
        question: 'Đã từng bị gọi chưa?',
        options: [
          { text: 'Rồi', votes: 3 },
          { text: 'Chưa', votes: 1 },
        ],
      },
    }),
    own(5, { pictures: [], link: 'https://lantoa.example/l/abc', replyTo: `${platform}-1`, state: 'hidden' }),
    own(6, {
      pictures: [],
      document: { name: 'so-tay.pdf', bytes: 3_400_000, url: '/_files/p' },
      account: '-200',
      name: 'Xã Đăk Hà',
    }),
  ]
}
