/** What the person at the keyboard is told: where it is, what to paste, who exists, who can reach it. */
import { lookalikes } from '..'
import { accountsOf } from '../desk/accounts'
import type { Sandbox } from '../server'

export function greet({ origin, addresses, applications, host, desk }: Sandbox): string[] {
  const variables = Object.entries({ ...addresses, ...applications, SANDBOX_URL: origin })
  return [
    `Nền tảng giả lập đang chạy. Mở bằng trình duyệt: ${origin}`,
    '',
    'Chép các dòng sau vào tệp .env của hệ thống tập huấn:',
    ...variables.map(([name, value]) => `${name}=${value}`),
    '',
    ...describeAccounts(desk),
    `Mở thêm: trang ${origin}/_switches, mục Tài khoản tập huấn, hoặc lệnh`,
    `curl ${origin}/_open -H 'content-type: application/json' -d '{"platform":"${lookalikes[0]?.platform}","name":"Tên trang"}'`,
    '',
    ...describeReach(host),
    'Dừng: Ctrl-C. Dữ liệu còn nguyên cho lần sau.',
  ]
}

function describeAccounts(desk: Sandbox['desk']): string[] {
  const accounts = accountsOf(desk)
  if (accounts.length === 0) return ['Chưa có tài khoản tập huấn nào.']
  return [
    'Tài khoản tập huấn:',
    ...accounts.map(({ platform, account, name }) => `  ${platform.padEnd(9)} ${account}  ${name}`),
  ]
}

function describeReach(host: string): string[] {
  if (host === '127.0.0.1' || host === 'localhost' || host === '::1') {
    return ['Chỉ máy này vào được. Cho cả lớp vào: npm run sandbox -- --host 0.0.0.0']
  }
  return [
    `CHÚ Ý: đang nghe ở ${host}. Ai vào được mạng này cũng xem và gây sự cố được; chỉ dùng trong mạng của lớp học.`,
  ]
}
