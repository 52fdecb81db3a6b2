const HOUR = 3_600

const pacificTime = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** Google's quota days end at midnight Pacific time; on the two days when the clock changes this is an hour off. */
export function secondsToReset(now: Date): number {
  const parts = Object.fromEntries(pacificTime.formatToParts(now).map(({ type, value }) => [type, Number(value)]))
  return 24 * HOUR - ((parts['hour'] ?? 0) * HOUR + (parts['minute'] ?? 0) * 60 + (parts['second'] ?? 0))
}
