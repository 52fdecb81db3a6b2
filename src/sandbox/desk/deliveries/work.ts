/** One thing after the other per line, things for later, and a moment when nothing is left to do. */

const WATCH_MILLISECONDS = 200

export type Work = {
  /** Does it after what stands in that line already; an id that is in work is not taken twice. */
  queue(line: string, id: number, task: () => Promise<void>): void
  /** Returns how to call it off. */
  later(milliseconds: number, task: () => void): () => void
  /** Again and again, without keeping the process alive. */
  watch(task: () => void): void
  settled(): Promise<void>
}

export function openWork(stopped: AbortSignal): Work {
  const lines = new Map<string, Promise<void>>()
  const inWork = new Set<number>()
  const timers = openTimers(stopped, () => rest())
  let waiting: (() => void)[] = []
  const isIdle = () => inWork.size + timers.count() === 0
  const rest = () => {
    if (!isIdle()) return
    const resolved = waiting
    waiting = []
    for (const resolve of resolved) resolve()
  }
  return {
    later: timers.later,
    queue: (line, id, task) => {
      if (stopped.aborted || inWork.has(id)) return
      inWork.add(id)
      const before = lines.get(line) ?? Promise.resolve()
      const work = before
        .then(() => (stopped.aborted ? undefined : task()))
        .finally(() => {
          inWork.delete(id)
          rest()
        })
      lines.set(line, work)
    },
    watch: (task) => {
      const timer = setInterval(task, WATCH_MILLISECONDS).unref()
      stopped.addEventListener('abort', () => clearInterval(timer))
    },
    settled: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  }
}

function openTimers(stopped: AbortSignal, afterwards: () => void) {
  const running = new Set<NodeJS.Timeout>()
  const callOff = (timer: NodeJS.Timeout) => {
    clearTimeout(timer)
    running.delete(timer)
  }
  stopped.addEventListener('abort', () => {
    for (const timer of running) callOff(timer)
    afterwards()
  })
  return {
    count: () => running.size,
    later: (milliseconds: number, task: () => void) => {
      const timer = setTimeout(() => {
        running.delete(timer)
        if (!stopped.aborted) task()
        afterwards()
      }, milliseconds)
      running.add(timer)
      return () => callOff(timer)
    },
  }
}
