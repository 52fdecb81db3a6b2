import { readFileSync } from 'node:fs'

export function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

export type Curve = { samples: number[]; peak(): number; stop(): void }

const EVERY_MILLISECONDS = 25

/** What a process holds, looked at again and again until it is stopped or gone. */
export function watchMemory(pid: number | undefined): Curve {
  const samples: number[] = []
  const look = () => {
    try {
      samples.push(residentMegabytes(pid))
    } catch {
      clearInterval(timer)
    }
  }
  const timer = setInterval(look, EVERY_MILLISECONDS)
  look()
  return { samples, peak: () => Math.max(...samples.filter(Number.isFinite)), stop: () => clearInterval(timer) }
}

const BARS = '▁▂▃▄▅▆▇█'
const COLUMNS = 48

/** The curve as one line of bars from 0 to `most`; each bar is the highest sample of its stretch. */
export function drawCurve(samples: readonly number[], most: number): string {
  const width = Math.max(1, Math.ceil(samples.length / COLUMNS))
  const stretches = Array.from({ length: Math.ceil(samples.length / width) }, (_, index) =>
    Math.max(...samples.slice(index * width, (index + 1) * width)),
  )
  return stretches.map((value) => BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))]).join('')
}
