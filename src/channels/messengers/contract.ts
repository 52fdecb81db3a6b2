import type { Addresses, Call, Word } from '../contract'

export type Messenger = {
  /** The platform's name. */
  name: string
  label: string
  /** One Vietnamese sentence: which address it takes, and what the person has to do before. */
  hint: string
  addresses: Addresses
  /** The environment variable with the sender's token; without it the messenger is not there. */
  variable: string
  /** @throws ChannelError; `unavailable` and `throttled` only when the word was certainly not sent. */
  send(word: Word & { token: string }, call: Pick<Call, 'addresses' | 'http'>): Promise<void>
}
