import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: { alias: { '@/': `${here}src/`, '~/': here, '@payload-config': `${here}collections/payload.config.ts` } },
  test: { include: ['tests/**/*.test.ts'], pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000 },
})
