/** What both databases say when two transactions wrote the same row at once: the later one was taken back whole. */
const codes: ReadonlySet<unknown> = new Set([112, 251, '40001', '40P01'])

export const conflict = {
  code: 'conflict',
  message: 'Có người khác đang sửa cùng lúc nên thao tác này chưa được ghi; hãy tải lại trang rồi thử lại.',
}

export function isConflict(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return ('code' in cause && codes.has(cause.code)) || isConflict(cause.cause)
}
