import type { Addresses, Call } from '../contract'

export type Word = { to: string; text: string; token: string }

export type Messenger = {
  /** The platform's name. */
  name: string
  label: string
  addresses: Addresses
  /** The environment variable with the sender's token; without it the messenger is not there. */
  variable: string
  /** @throws ChannelError; `unavailable` and `throttled` only when the word was certainly not sent. */
  send(word: Word, call: Pick<Call, 'addresses' | 'http'>): Promise<void>
}
