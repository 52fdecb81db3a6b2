/** `npm run rotate-key`: everything sealed with ENCRYPTION_KEY_OLD is sealed with ENCRYPTION_KEY. Ends with 1 when a value is lost. */
import '@/platform/env/at-boot'
import config from '@payload-config'
import { getPayload } from 'payload'
import { engineOf } from '@/engine'
import { rotateKey, type Rotation } from '@/engine/credentials/rotate'
import { bootOrExit, exitWith } from '../boot'
import { environment } from '../env'

if (!environment().ENCRYPTION_KEY_OLD)
  exitWith(
    'ENCRYPTION_KEY_OLD: chưa đặt. Đặt khóa mới vào ENCRYPTION_KEY, khóa đang dùng vào ENCRYPTION_KEY_OLD, khởi động lại web và worker, rồi chạy lại lệnh này.',
  )

const payload = await bootOrExit(() => getPayload({ config, disableOnInit: true }))
const rotation = await rotateKey(engineOf(payload))
await payload.destroy()
process.stdout.write(`${report(rotation)}\n`)
process.exit(rotation.unreadable.length === 0 ? 0 : 1)

function report({ rotated, current, unreadable }: Rotation): string {
  const counts = `Đã mã hóa lại ${rotated} giá trị; ${current} giá trị đã dùng khóa mới từ trước.`
  if (unreadable.length > 0)
    return `${counts}\nKhông khóa nào đọc được ${unreadable.length} giá trị: ${unreadable.join(', ')}. Hãy kiểm tra ENCRYPTION_KEY_OLD; nếu khóa cũ đã mất, hãy kết nối lại các kênh này.`
  return `${counts}\nKhông còn gì dùng khóa cũ: hãy bỏ ENCRYPTION_KEY_OLD rồi khởi động lại web và worker.`
}
