import type { SandboxAnswer, SandboxRequest } from '../../contract'
import { isForm } from './input'

export function json(body: unknown): SandboxAnswer {
  return { status: 200, body }
}

/** A form of the viewer goes back to its page, never to another place; everything else gets JSON. */
export function done(
  request: SandboxRequest,
  { body, back }: { body: unknown; back?: string | undefined },
): SandboxAnswer {
  if (!isForm(request)) return json(body)
  return { status: 303, headers: { location: back && /^\/(?![/\\])[\w/#?=&.%:-]*$/.test(back) ? back : '/_switches' } }
}
