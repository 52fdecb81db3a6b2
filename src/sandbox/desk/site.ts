import type { Lookalike, WallPost } from '../contract'
import type { SandboxDesk } from './index'

/** The platforms that stand here and the desk they share. */
export type Site = { lookalikes: readonly Lookalike[]; desk: SandboxDesk }

export function walls({ lookalikes, desk }: Site): WallPost[] {
  return lookalikes.flatMap((lookalike) => lookalike.wall(desk))
}
