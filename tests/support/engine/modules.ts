/** What reads the environment when it is imported, imported after the environment is set. */
export type Modules = Awaited<ReturnType<typeof load>>

export async function load() {
  const [{ default: config }, { getPayload }, { engineOf }, { jobs, sweeps }] = await Promise.all([
    import('@payload-config'),
    import('payload'),
    import('@/engine'),
    import('~/jobs'),
  ])
  const { sealFor, openCredentials, freshCredentials } = await import('@/engine/credentials')
  const { transition } = await import('@/engine/transition')
  const pauses = await import('@/engine/channel/pause')
  return {
    openPayload: () =>
      getPayload({
        config,
        disableOnInit: true,
      }),
    engineOf,
    jobs,
    sweeps,
    sealFor,
    openCredentials,
    freshCredentials,
    transition,
    ...pauses,
  }
}
