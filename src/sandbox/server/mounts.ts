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
