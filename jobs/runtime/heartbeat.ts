import type { Engine } from '@/engine'

/** "I am alive", in the database that the web process reads. */
export async function beat({ rows, now }: Engine, name: string): Promise<void> {
  const known = await rows.update('workers', { name }, { seenAt: now() })
  if (!known) await rows.insert('workers', { name, startedAt: now(), seenAt: now() })
}
