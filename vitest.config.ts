import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: { alias: { '@/': `${here}src/`, '~/': here, '@payload-config': `${here}collections/payload.config.ts` } },
  test: {
    globalSetup: ['tests/support/vitest/global-setup.ts'],
    setupFiles: ['tests/support/vitest/only-this-machine.ts'],
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // One per core: much of a file's time is waiting for databases, child processes and a browser.
    maxWorkers: '100%',
    // Lexical's node build deadlocks at import on Node 20; see src/platform/launch/run/children.mjs.
    execArgv: ['--conditions=production'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
