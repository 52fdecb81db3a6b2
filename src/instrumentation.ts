/** Next calls this once before the first request: the web process starts complete or not at all. */
export async function register(): Promise<void> {
  // Not a reading of the environment: Next puts a constant here while building and drops the branch for its edge runtime.
  // oxlint-disable-next-line node/no-process-env
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('./app/boot')
}
