/** What each thing needs, by any one of several permissions: discovery document youtube v3 and youtubeAnalytics v2. */
import type { Problem } from '../../contract'

const PREFIX = 'https://www.googleapis.com/auth/'

type Need = { anyOf: readonly string[]; ask: string; problem: Problem }

/** Without it nothing goes out. */
const UPLOAD: Need = {
  anyOf: ['youtube.upload', 'youtube', 'youtube.force-ssl'],
  ask: 'youtube.upload',
  problem: {
    code: 'missing-scope-upload',
    message:
      'Kết nối YouTube thiếu quyền tải video lên (youtube.upload); hãy kết nối lại và đồng ý mọi quyền được hỏi.',
  },
}

const READ: Need = {
  anyOf: ['youtube.readonly', 'youtube', 'youtube.force-ssl'],
  ask: 'youtube.readonly',
  problem: {
    code: 'missing-scope-read',
    message:
      'Kết nối YouTube thiếu quyền xem kênh (youtube.readonly): không theo dõi được video; hãy kết nối lại và đồng ý quyền này.',
  },
}

/** Without these it goes out all the same. */
const WANTED: readonly Need[] = [
  {
    anyOf: ['youtube.force-ssl'],
    ask: 'youtube.force-ssl',
    problem: {
      code: 'missing-scope-manage',
      message:
        'Kết nối YouTube thiếu quyền quản lý video (youtube.force-ssl): không thêm được phụ đề, danh sách phát, không sửa hoặc gỡ được video.',
    },
  },
  {
    anyOf: ['yt-analytics.readonly'],
    ask: 'yt-analytics.readonly',
    problem: {
      code: 'missing-scope-analytics',
      message: 'Kết nối YouTube thiếu quyền đọc báo cáo (yt-analytics.readonly): không có số phút xem.',
    },
  },
]

export const ASKED = [UPLOAD, READ, ...WANTED].map(({ ask }) => PREFIX + ask)

export type Granted = { missing: Problem[]; wanting: Problem[] }

/** `missing` stops posting, `wanting` does not. Nothing is known of scopes that were not told. */
export function compareScopes(scopes: readonly string[]): Granted {
  if (scopes.length === 0) return { missing: [], wanting: [] }
  const lacks = ({ anyOf }: Need) => !anyOf.some((name) => scopes.includes(PREFIX + name))
  const told = (needs: readonly Need[]) => needs.filter(lacks).map(({ problem }) => problem)
  return { missing: told([UPLOAD, READ]), wanting: told(WANTED) }
}

export function readScopes(scope: string | null | undefined): string[] {
  return (scope ?? '').split(' ').filter((name) => name !== '')
}
