import type { Problem } from '../../contract'

export function problem(code: string, message: string): Problem {
  return { code, message }
}

export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 2 })
}
