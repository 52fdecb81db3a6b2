import config from '@payload-config'
import { NotFoundPage } from '@payloadcms/next/views'
import { importMap } from '../importMap.js'

type Params = { params: Promise<{ segments: string[] }>; searchParams: Promise<Record<string, string | string[]>> }

export default function NotFound({ params, searchParams }: Params) {
  return NotFoundPage({ config, params, searchParams, importMap })
}
