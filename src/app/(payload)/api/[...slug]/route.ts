import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { withCodes } from './with-codes'

export const GET = withCodes(REST_GET(config))
export const POST = withCodes(REST_POST(config))
export const PATCH = withCodes(REST_PATCH(config))
export const PUT = withCodes(REST_PUT(config))
export const DELETE = withCodes(REST_DELETE(config))
export const OPTIONS = REST_OPTIONS(config)
