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

/** Without it a video goes out, and cannot be taken back. */
const MANAGE: Need = {
  anyOf: ['youtube.force-ssl'],
  ask: 'youtube.force-ssl',
  problem: {
    code: 'missing-scope-manage',
    message:
      'Kết nối YouTube thiếu quyền quản lý video (youtube.force-ssl): không thêm được phụ đề, danh sách phát, không sửa hoặc gỡ được video.',
  },
}

/** Without it one number is missing. */
const ANALYTICS: Need = {
  anyOf: ['yt-analytics.readonly'],
  ask: 'yt-analytics.readonly',
  problem: {
    code: 'missing-scope-analytics',
    message: 'Kết nối YouTube thiếu quyền đọc báo cáo (yt-analytics.readonly): không có số phút xem.',
  },
}

export const ASKED = [UPLOAD, READ, MANAGE, ANALYTICS].map(({ ask }) => PREFIX + ask)

export type Lacking = { toPost: Problem[]; toManage: Problem[]; toCount: Problem[] }

/** Nothing is known of scopes that were not told. */
export function compareScopes(scopes: readonly string[]): Lacking {
  const lacks = ({ anyOf }: Need) => scopes.length > 0 && !anyOf.some((name) => scopes.includes(PREFIX + name))
  const told = (needs: readonly Need[]) => needs.filter(lacks).map(({ problem }) => problem)
  return { toPost: told([UPLOAD, READ]), toManage: told([MANAGE]), toCount: told([ANALYTICS]) }
}

export function readScopes(scope: string | null | undefined): string[] {
  return (scope ?? '').split(' ').filter((name) => name !== '')
}
