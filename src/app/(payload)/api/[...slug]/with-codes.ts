type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/** An address that no collection answers comes back from Payload as a bare message; every refusal has a code here. */
export function withCodes<Context>(handle: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const response = await handle(request, context)
    if (response.status !== 404) return response
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null)
    if (typeof body === 'object' && body !== null && 'errors' in body) return response
    return Response.json({ errors: [{ code: 'not_found', message: 'Không có địa chỉ này.' }] }, { status: 404 })
  }
}
