/**
 * What many ask for at one moment is done once for all of them (group commit): calls that come while a batch is under way
 * go together in the next one. Nobody waits when nothing is under way, and nobody is answered before it is done.
 */
export type Settings<Item> = {
  /** Items of one key never stand in one batch: they touch the same row. Left out: all may. */
  keyOf?(item: Item): string
  most?: number
}

type Waiting<Item, Result> = { item: Item; resolve(result: Result): void; reject(cause: unknown): void }

/** `work` answers in the order of the items. A batch that fails is done again one by one, so that none spoils the others. */
export function together<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  { keyOf, most = 50 }: Settings<Item> = {},
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let isUnderWay = false

  const settle = async (batch: readonly Waiting<Item, Result>[]) => {
    try {
      const results = await work(batch.map(({ item }) => item))
      for (const [place, { resolve }] of batch.entries()) resolve(results[place] as Result)
    } catch (cause) {
      await (batch.length === 1 ? batch[0]?.reject(cause) : settleEach(batch))
    }
  }
  const settleEach = async (batch: readonly Waiting<Item, Result>[]) => {
    for (const one of batch) await settle([one])
  }
  const run = async () => {
    isUnderWay = true
    while (waiting.length > 0) {
      const batch = keyOf ? withoutRepeats(waiting.slice(0, most), keyOf) : waiting.slice(0, most)
      waiting = waiting.filter((one) => !batch.includes(one))
      await settle(batch)
    }
    isUnderWay = false
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isUnderWay) void run()
    })
}

function withoutRepeats<Item, Result>(
  waiting: readonly Waiting<Item, Result>[],
  keyOf: (item: Item) => string,
): Waiting<Item, Result>[] {
  const keys = new Set<string>()
  return waiting.filter(({ item }) => {
    const key = keyOf(item)
    const isNew = !keys.has(key)
    keys.add(key)
    return isNew
  })
}
