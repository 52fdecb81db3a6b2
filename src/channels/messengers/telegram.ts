/** A plain message to one person. By our own http and not by the client of posts, which wants a whole call. */
import { ChannelError } from '../contract'
import { HttpFailure } from '../../platform/http/contract'
import type { Messenger } from './contract'

/** What one message may hold; a digest is one sentence a line. */
const MOST_CHARACTERS = 4096

export const messenger: Messenger = {
  name: 'telegram',
  label: 'Telegram',
  hint: 'địa chỉ là mã cuộc trò chuyện (chat id); người trực phải nhắn cho bot một lần trước.',
  addresses: { api: { variable: 'TELEGRAM_API_URL', fallback: 'https://api.telegram.org' } },
  variable: 'NOTIFY_TELEGRAM_TOKEN',
  async send({ to, text, token }, { addresses: places, http }) {
    const url = `${places['api']}/bot${token}/sendMessage`
    const body = JSON.stringify({ chat_id: to, text: text.slice(0, MOST_CHARACTERS) })
    const headers = { 'content-type': 'application/json' }
    const { status } = await http({ method: 'POST', url, headers, body }).catch(failed)
    if (status === 200) return
    if (status === 429) throw new ChannelError('throttled', 'Telegram yêu cầu gửi chậm lại.', { code: '429' })
    const kind = status < 500 ? 'rejected' : 'outcome-unknown'
    throw new ChannelError(kind, 'Telegram không nhận tin cho người trực; hãy xem lại mã cuộc trò chuyện và bot.', {
      code: String(status),
    })
  },
}

/** The cause holds the address with the token: it stays here. */
function failed(cause: unknown): never {
  const mayHaveArrived = !(cause instanceof HttpFailure) || cause.mayHaveArrived
  const kind = mayHaveArrived ? 'outcome-unknown' : 'unavailable'
  throw new ChannelError(kind, 'Không liên lạc được với Telegram để nhắn người trực.', { code: 'no-answer' })
}
