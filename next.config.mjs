import { withPayload } from '@payloadcms/next/withPayload'

/** The public section sets its own, stricter headers (src/app/(site)/_pages/answers.ts). */
const backstageHeaders = [
  { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // Payload and our own error answers read the names of error classes, which minifying takes away.
  experimental: { serverMinification: false },
  headers: async () => ['/admin/:path*', '/api/:path*'].map((source) => ({ source, headers: backstageHeaders })),
}

export default withPayload(config, { devBundleServerPackages: false })
