import { badRequest, type TelegramRefusal } from '../answers'

export function unparsable(reason: string): TelegramRefusal {
  return badRequest(`can't parse entities: ${reason}`)
}
