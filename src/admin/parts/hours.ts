/** Hours as the editors mean them: Asia/Ho_Chi_Minh, wherever the browser stands. Vietnam has no summer time. */
const ZONE = 'Asia/Ho_Chi_Minh'
const OFFSET = '+07:00'

export const zoneWord = { vi: 'giờ Việt Nam (UTC+7)', en: 'Vietnam time (UTC+7)' }

const shown = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hourCycle: 'h23',
})

/** `08:00 23/11/2026` */
export function showHour(instant: string | Date): string {
  const { hour, minute, day, month, year } = partsOf(instant)
  return `${hour}:${minute} ${day}/${month}/${year}`
}

/** `23/11/2026` */
export function showDay(instant: string | Date): string {
  const { day, month, year } = partsOf(instant)
  return `${day}/${month}/${year}`
}

/** The value of a `datetime-local` input. */
export function toInput(instant: string | Date): string {
  const { hour, minute, day, month, year } = partsOf(instant)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** ISO 8601 of what such an input holds; empty when it holds no hour. */
export function fromInput(value: string): string {
  const instant = new Date(`${value}:00${OFFSET}`)
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString()
}

/** The next quarter of an hour that leaves some minutes to think. */
export function nextQuarter(now: Date): Date {
  const quarter = 15 * 60_000
  return new Date(Math.ceil((now.getTime() + 5 * 60_000) / quarter) * quarter)
}

/** The hour itself while it is still to come, otherwise the next one that makes sense. */
export function upcoming(instant: string | Date, now: Date): Date {
  const hour = new Date(instant)
  return hour > now ? hour : nextQuarter(now)
}

function partsOf(instant: string | Date): Record<string, string> {
  return Object.fromEntries(shown.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
}
