/** Error envelopes in the platform's own shape. Texts follow the account's language there, so nothing may rest on them. */
import type { SandboxAnswer } from '../../contract'

type GraphError = {
  code: number
  subcode?: number
  message: string
  type?: string
  status?: number
  data?: Record<string, unknown>
}

const HEADERS = { 'facebook-api-version': 'v26.0' }

export function graphError({
  code,
  subcode,
  message,
  type = 'OAuthException',
  status = 400,
  data,
}: GraphError): SandboxAnswer {
  const error = {
    message,
    type,
    code,
    ...(subcode ? { error_subcode: subcode } : {}),
    ...(data ? { error_data: data } : {}),
    fbtrace_id: 'AbCdEfGhIjKlMnOpQrStUvW',
  }
  return { status, headers: HEADERS, body: { error } }
}

export function badParameter(message: string, subcode?: number): SandboxAnswer {
  return graphError({ code: 100, message: `(#100) ${message}`, ...(subcode ? { subcode } : {}) })
}

export function missingObject(id: string): SandboxAnswer {
  return graphError({
    code: 100,
    subcode: 33,
    type: 'GraphMethodException',
    message: `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
  })
}

export function throttled(): SandboxAnswer {
  const usage = {
    '100200000000001': [
      { type: 'pages', call_count: 100, total_cputime: 25, total_time: 25, estimated_time_to_regain_access: 2 },
    ],
  }
  const answer = graphError({
    code: 80001,
    message: '(#80001) There have been too many calls to this Page account. Wait a bit and try again.',
  })
  return { ...answer, headers: { ...HEADERS, 'x-business-use-case-usage': JSON.stringify(usage) } }
}

export function tokenDead(subcode = 463): SandboxAnswer {
  return graphError({
    code: 190,
    subcode,
    message: 'Error validating access token: the session is not valid any more.',
  })
}

export function ok(body: unknown): SandboxAnswer {
  return { status: 200, headers: HEADERS, body }
}
