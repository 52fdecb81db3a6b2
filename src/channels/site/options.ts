import { z } from 'zod'

export const siteOptions = z.strictObject({
  showAuthors: z.boolean().default(true).describe('Hiện tên tác giả dưới tiêu đề'),
})

export const siteCredentials = z.strictObject({
  /** Where this machine reaches the web process; may differ from the public address. */
  address: z.url().optional().describe('Địa chỉ nội bộ của trang web, khi khác địa chỉ công khai'),
  token: z.string().min(1).describe('Mã truy cập trang'),
})
