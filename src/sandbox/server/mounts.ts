import { networkInterfaces } from 'node:os'
import type { Lookalike } from '../contract'

/** The longest mount that the path starts with, by whole segments; the empty mount takes what nothing else took. */
export function findMount(
  lookalikes: readonly Lookalike[],
  path: string,
): { lookalike: Lookalike; mount: string } | null {
  const candidates = lookalikes
    .flatMap((lookalike) => Object.values(lookalike.mounts).map((mount) => ({ lookalike, mount })))
    .filter(({ mount }) => mount === '' || path === mount || path.startsWith(`${mount}/`))
    .toSorted((one, other) => other.mount.length - one.mount.length)
  return candidates[0] ?? null
}

/** Where others reach it: who listens everywhere is called by the machine's own address. */
export function originOf(host: string, port: number): string {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const name = isEverywhere ? (ownAddress() ?? '127.0.0.1') : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function ownAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}
