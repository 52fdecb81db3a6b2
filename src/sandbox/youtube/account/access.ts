/** Whose token it is and what it may do. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { refuse, tokenDead } from '../answers'
import { CHANNELS, type ChannelRecord } from '../state'
import { bearerOf, type Token, tokenOf } from './tokens'

export type Access = { channel: ChannelRecord; client: string } | { refusal: SandboxAnswer }

/** Any one of the scopes is enough. */
export function authorize(request: SandboxRequest, desk: Desk, scopes: readonly string[]): Access {
  const token = tokenOf(desk, bearerOf(request))
  if (!token) return { refusal: tokenDead() }
  if (!mayDo(token, scopes)) return { refusal: insufficient() }
  const channel = token.channel === null ? undefined : desk.records.get<ChannelRecord>(CHANNELS, token.channel)
  return channel ? { channel, client: token.client } : { refusal: withoutChannel() }
}

function mayDo({ scope }: Token, scopes: readonly string[]): boolean {
  return scope.split(' ').some((name) => scopes.includes(name.replace('https://www.googleapis.com/auth/', '')))
}

function insufficient(): SandboxAnswer {
  const message = 'Request had insufficient authentication scopes.'
  return {
    status: 403,
    body: {
      error: {
        code: 403,
        message,
        errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }],
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
            domain: 'googleapis.com',
          },
        ],
      },
    },
  }
}

function withoutChannel(): SandboxAnswer {
  return refuse({ status: 401, reason: 'youtubeSignupRequired', message: 'Unauthorized', domain: 'youtube.header' })
}
