import config from '@payload-config'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { environment } from '@/platform/env'

const answer = GRAPHQL_POST(config)

/** Off unless it is switched on: everything the product needs goes through REST. */
export async function POST(request: Request): Promise<Response> {
  if (environment().GRAPHQL) return answer(request)
  return Response.json(
    { errors: [{ code: 'graphql-off', message: 'GraphQL đang tắt; đặt GRAPHQL=1 để bật.' }] },
    { status: 404 },
  )
}
