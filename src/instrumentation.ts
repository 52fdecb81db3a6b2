/** Next calls this once before the first request: the web process starts complete or not at all. */
export async function register(): Promise<void> {
  const { isWebServer } = await import('@/platform/env')
  if (isWebServer()) await import('./app/boot')
}
