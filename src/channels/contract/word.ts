import type { Call } from './call'

/** `to`: the person's id, as the platform gives it to this account. */
export type Word = { to: string; text: string }

/** A short word to one person who has written to this account: how a duty officer hears of trouble. */
export type Tell = {
  /** One Vietnamese sentence: which address it takes, and what the person has to do before. */
  hint: string
  /** Cannot be taken back. */
  send(word: Word, call: Call): Promise<void>
}
