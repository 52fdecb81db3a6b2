import { expect } from 'vitest'
import type { Publication } from '@/engine/rows'
import type { Office } from '.'
import type { ArticleFields } from './things'

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** An item that the publisher planned, the reporter submitted and the approver signed: one scheduled publication. */
export async function scheduleArticle(
  office: Office,
  over?: ArticleFields,
): Promise<{ article: string; publication: string }> {
  const { id: article } = await office.writeArticle(over)
  const publication = await planArticle(office, article)
  await expectOk(office.asPerson('reporter').post(`/articles/${article}/submit`))
  await expectOk(office.asPerson('approver').post(`/articles/${article}/approve`))
  return { article, publication }
}

export async function planArticle(
  { asPerson, channel }: Office,
  article: string,
  dueAt = inHours(24),
): Promise<string> {
  const body = { items: [{ channel, dueAt }] }
  const answer = await expectOk(asPerson('publisher').post(`/articles/${article}/publications`, body))
  return (answer.body['publications'] as { id: string }[])[0]?.id ?? ''
}

export async function expectOk<Answer extends { status: number; text: string }>(
  answering: Promise<Answer>,
): Promise<Answer> {
  const answer = await answering
  expect(answer.status, answer.text).toBe(200)
  return answer
}

export async function publicationRow({ engine }: Office, id: string): Promise<Publication> {
  const [row] = await engine.rows.find<Publication>('publications', { where: { id } })
  if (!row) throw new Error(`no publication ${id}`)
  return row
}

/** Puts a publication into a state that only a worker brings about. */
export async function force({ engine }: Office, id: string, set: Record<string, string | Date | null>): Promise<void> {
  await engine.rows.update('publications', { id }, set)
}
