/** The training accounts that somebody opened here, for whoever has to find one again. */
import type { Desk, Lookalike } from '../contract'

export type OpenedAccount = { platform: string; account: string; name: string }

const ACCOUNTS = 'sandbox.accounts'

export function openAccountOf(desk: Desk, lookalike: Lookalike, name: string): ReturnType<Lookalike['open']> {
  const opened = lookalike.open(desk, name)
  const { platform } = lookalike
  const id = `${platform}/${opened.account}`
  if (!desk.records.get(ACCOUNTS, id))
    desk.records.put(ACCOUNTS, id, { platform, account: opened.account, name } satisfies OpenedAccount)
  return opened
}

export function accountsOf({ records }: Pick<Desk, 'records'>): OpenedAccount[] {
  return records.list<OpenedAccount>(ACCOUNTS)
}
