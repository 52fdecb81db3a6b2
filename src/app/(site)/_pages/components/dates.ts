const ZONE = 'Asia/Ho_Chi_Minh'

const long = new Intl.DateTimeFormat('vi-VN', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
})
const short = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: 'numeric', month: 'numeric', year: 'numeric' })
const hour = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `Chủ Nhật, 22/11/2026, 09:30` */
export function tellMoment(date: Date): string {
  return `${long.format(date)}, ${hour.format(date)}`
}

export function tellDay(date: Date): string {
  return short.format(date)
}

/** `2 phút 5 giây` */
export function tellDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  return [...(minutes > 0 ? [`${minutes} phút`] : []), ...(rest > 0 ? [`${rest} giây`] : [])].join(' ')
}

export function tellSize(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  if (megabytes < 0.1) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${megabytes.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
}
