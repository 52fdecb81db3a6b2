/** What a person has to agree to, and what works less when they did not. */
import type { Problem } from '../../contract'

/** Without these nothing can be posted or looked up. */
export const NEEDED_SCOPES = ['pages_show_list', 'pages_read_engagement', 'pages_manage_posts'] as const

/** Each with what is missing without it. */
const USEFUL: Readonly<Record<string, Problem>> = {
  read_insights: {
    code: 'scope-insights',
    message: 'Kết nối Facebook thiếu quyền read_insights nên không đọc được lượt xem và lượt tiếp cận.',
  },
  pages_read_user_content: {
    code: 'scope-comments',
    message: 'Kết nối Facebook thiếu quyền pages_read_user_content nên không đọc được bình luận của người xem.',
  },
  pages_manage_metadata: {
    code: 'scope-webhook',
    message: 'Kết nối Facebook thiếu quyền pages_manage_metadata nên không nhận được tin báo tức thời từ Trang.',
  },
}

export const SCOPES = [...NEEDED_SCOPES, ...Object.keys(USEFUL)]

/** `pages_show_list` matters only for choosing the Page. */
export function missingToPost(scopes: readonly string[]): string[] {
  return ['pages_read_engagement', 'pages_manage_posts'].filter((scope) => !scopes.includes(scope))
}

export function missingUseful(scopes: readonly string[]): Problem[] {
  return Object.entries(USEFUL).flatMap(([scope, problem]) => (scopes.includes(scope) ? [] : [problem]))
}

const TASKS: Readonly<Record<string, Problem>> = {
  CREATE_CONTENT: {
    code: 'task-create-content',
    message: 'Người kết nối chưa được giao việc đăng nội dung (CREATE_CONTENT) trên Trang; hãy cấp quyền trên Trang.',
  },
  ANALYZE: {
    code: 'task-analyze',
    message: 'Người kết nối chưa được giao việc xem số liệu (ANALYZE) trên Trang; hãy cấp quyền trên Trang.',
  },
}

/** Empty when Facebook does not tell the tasks. */
export function missingTasks(tasks: readonly string[] | null): Problem[] {
  if (!tasks) return []
  return Object.entries(TASKS).flatMap(([task, problem]) => (tasks.includes(task) ? [] : [problem]))
}
