import { serveChannel } from '@/app/(site)/_pages/serve-channel'

export const dynamic = 'force-dynamic'

export const GET = serveChannel
export const PUT = serveChannel
export const DELETE = serveChannel
