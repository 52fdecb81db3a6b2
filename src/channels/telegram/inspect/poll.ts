import { overBy, type Problem } from '../../contract'
import { limits, POLL } from '../limits'
import type { PollPart } from '../options'
import { problem } from './problem'

export function inspectPoll({ question, options }: PollPart): Problem[] {
  return [
    ...inspectQuestion(question),
    ...inspectNumber(options.length),
    ...options.flatMap(inspectOption),
    ...inspectDoubles(options),
  ]
}

function inspectQuestion(question: string): Problem[] {
  if (question === '')
    return [problem('poll-question-missing', 'Bình chọn chưa có câu hỏi; hãy viết câu hỏi hoặc xóa các phương án.')]
  const over = overBy(question, limits.texts.pollQuestion)
  if (over === 0) return []
  const { max } = limits.texts.pollQuestion
  return [
    problem('poll-question-too-long', `Câu hỏi bình chọn dài quá ${over} ký tự (tối đa ${max}); hãy viết ngắn lại.`),
  ]
}

function inspectNumber(options: number): Problem[] {
  if (options < POLL.least)
    return [
      problem(
        'poll-too-few-options',
        `Bình chọn có ${options} phương án, cần ít nhất ${POLL.least}; hãy thêm ${POLL.least - options}.`,
      ),
    ]
  if (options <= POLL.most) return []
  const over = options - POLL.most
  return [
    problem(
      'poll-too-many-options',
      `Bình chọn có ${options} phương án, nhiều hơn mức ${POLL.most} của Telegram ${over}; hãy bớt ${over}.`,
    ),
  ]
}

function inspectOption(option: string): Problem[] {
  const over = overBy(option, limits.texts.pollOption)
  if (over === 0) return []
  const { max } = limits.texts.pollOption
  return [
    problem(
      'poll-option-too-long',
      `Phương án “${[...option].slice(0, 30).join('')}…” dài quá ${over} ký tự (tối đa ${max}); hãy viết ngắn lại.`,
    ),
  ]
}

function inspectDoubles(options: readonly string[]): Problem[] {
  const double = options.find((option, index) => options.indexOf(option) !== index)
  return double === undefined
    ? []
    : [problem('poll-option-twice', `Phương án “${[...double].slice(0, 30).join('')}” có hai lần; hãy xóa một.`)]
}
