import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { tokenDead } from './answers'
import { CHANNELS, tokenOf, type ChannelRecord } from './state'

export type Access = { channel: ChannelRecord } | { refusal: SandboxAnswer }

export function authorize(request: SandboxRequest, desk: Desk): Access {
  const token = tokenOf(desk, bearerOf(request))
  const channel = token && desk.records.get<ChannelRecord>(CHANNELS, token.channel)
  return channel ? { channel } : { refusal: tokenDead() }
}

export function bearerOf({ headers }: SandboxRequest): string {
  return /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? ''
}
