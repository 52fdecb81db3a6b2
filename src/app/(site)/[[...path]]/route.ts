import { servePage } from '../_pages/serve'

export const dynamic = 'force-dynamic'

export const GET = servePage
