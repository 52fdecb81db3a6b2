/** Polls: limits as the server checks them, votes as the public gives them. */
import { z } from 'zod'
import type { Form } from '../../body'
import type { Desk } from '../../contract'
import { badRequest } from '../answers'

export type StoredPoll = {
  id: string
  question: string
  options: { text: string; votes: number }[]
  isMultiple: boolean
  isClosed: boolean
  voters: number
}

const MOST_OPTIONS = 12
const options = z.array(z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]))

/** @throws TelegramRefusal */
export function readPoll(desk: Desk, { fields }: Form, chatType: string): StoredPoll {
  const question = (fields['question'] ?? '').trim()
  const parsed = options.safeParse(json(fields['options']))
  if (!parsed.success) throw badRequest("can't parse options JSON object")
  const texts = parsed.data.map((text) => text.trim())
  const wrong = wrongWith(question, texts)
  if (wrong) throw badRequest(wrong)
  if (chatType === 'channel' && fields['is_anonymous'] === 'false')
    throw badRequest("non-anonymous polls can't be sent to channel chats")
  const id = `5${String(desk.next('telegram.polls')).padStart(17, '4')}`
  const isMultiple = fields['allows_multiple_answers'] === 'true'
  return { id, question, options: texts.map((text) => ({ text, votes: 0 })), isMultiple, isClosed: false, voters: 0 }
}

function wrongWith(question: string, texts: readonly string[]): string | undefined {
  const checks: readonly (readonly [isWrong: boolean, words: string])[] = [
    [question === '', 'poll question must be non-empty'],
    [[...question].length > 300, 'poll question length must not exceed 300'],
    [texts.length === 0, 'poll must have at least 1 option'],
    [texts.length > MOST_OPTIONS, `poll can't have more than ${MOST_OPTIONS} options`],
    [texts.includes(''), 'poll options must be non-empty'],
    [texts.some((text) => [...text].length > 100), 'poll options length must not exceed 100'],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1]
}

/** The Poll object of the Bot API. */
export function describePoll({ id, question, options: choices, isMultiple, isClosed, voters }: StoredPoll) {
  return {
    id,
    question,
    options: choices.map(({ text, votes }, index) => ({ persistent_id: String(index), text, voter_count: votes })),
    total_voter_count: voters,
    is_closed: isClosed,
    is_anonymous: true,
    type: 'regular',
    allows_multiple_answers: isMultiple,
    allows_revoting: true,
  }
}

/** One person votes, by the option's number from 1 or its words; the first when neither fits. */
export function voteIn(poll: StoredPoll, wish: string): StoredPoll {
  const named = poll.options.findIndex(({ text }, index) => text === wish.trim() || String(index + 1) === wish.trim())
  const chosen = Math.max(0, named)
  const choices = poll.options.map((option, index) =>
    index === chosen ? { ...option, votes: option.votes + 1 } : option,
  )
  return { ...poll, options: choices, voters: poll.voters + 1 }
}

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
