/** When a live publication is measured: soon, then ever more rarely. Seconds after it went live. */
const samples = [10, 3600, 6 * 3600, 86_400, 3 * 86_400, 7 * 86_400, 14 * 86_400, 30 * 86_400, 90 * 86_400]

/** The hour of sample number `taken` (0 = the first), or null after the last. */
export function nextSampleAt(publishedAt: Date, taken: number): Date | null {
  const seconds = samples[taken]
  return seconds === undefined ? null : new Date(publishedAt.getTime() + seconds * 1000)
}
