/** Whether what was frozen may still go out: by the driver's rules of today, and with every file as it was approved. */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Draft, DraftMedia, Problem, Prospect } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { openStored } from '~/media/storage'
import type { Engine } from '..'
import type { Publication } from '../rows'
import { draftOf } from './parse-draft'

type Care = {
  /** Reads every file to its last byte; otherwise its size has to do. */
  isThorough?: boolean
}

export async function problemsBeforeSending(
  engine: Engine,
  publication: Publication,
  care: Care = {},
): Promise<Problem[]> {
  const driver = channelOf(publication.platform)
  const draft = parsed(() => draftOf(driver, publication))
  if (!draft) return [outdated]
  return [...driver.inspect(draft), ...(await problemsOfFiles(engine, draft.media, care))]
}

/** What will not go as meant although it may go out; of a draft that no longer fits the software, the inspection tells. */
export function foresee(publication: Publication, prospect: Prospect): Problem[] {
  if (!publication.snapshot) return []
  const driver = channelOf(publication.platform)
  const draft = parsed(() => draftOf(driver, publication))
  return (draft && driver.foresee?.(draft, prospect)) ?? []
}

/** As it stands on the row from the moment the hour is chosen; the quota of that day is not known yet. */
export function foreseenAt(publication: Publication, dueAt: Date): Problem[] | null {
  const problems = foresee(publication, { dueAt, quotaLeft: null })
  return problems.length > 0 ? problems : null
}

const outdated: Problem = {
  code: 'draft_outdated',
  message: 'Bản chốt do phiên bản phần mềm cũ làm ra, nay không gửi được; hãy duyệt lại nội dung để chốt lại.',
}

function parsed(parse: () => Draft): Draft | null {
  try {
    return parse()
  } catch (cause) {
    if (cause instanceof z.ZodError) return null
    throw cause
  }
}

type MediaRow = { id: string; renditions: { name: string; file: string; sha256: string }[] | null }

async function problemsOfFiles(engine: Engine, media: readonly DraftMedia[], care: Care): Promise<Problem[]> {
  if (media.length === 0) return []
  const where = { id: { in: media.map(({ id }) => id) } }
  const rows = await engine.rows.find<MediaRow>('media', { where, select: ['renditions'] })
  const problems: Problem[] = []
  for (const medium of media) {
    const row = rows.find(({ id }) => id === medium.id)
    if (!(await isAsApproved(engine, { medium, row, care }))) problems.push(changed(medium))
  }
  return problems
}

type Compared = { medium: DraftMedia; row: MediaRow | undefined; care: Care }

async function isAsApproved(engine: Engine, { medium, row, care }: Compared): Promise<boolean> {
  const stored = row?.renditions?.find(({ name }) => name === medium.rendition)
  if (stored?.sha256 !== medium.sha256) return false
  const path = join(engine.mediaDirectory, stored.file)
  const found = await stat(path).catch(() => null)
  if (found?.size !== medium.bytes) return false
  return !care.isThorough || (await hashOf(path)) === medium.sha256
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of await openStored(path)) hash.update(piece)
  return hash.digest('hex')
}

function changed({ alt }: DraftMedia): Problem {
  const name = alt ? `“${alt}”` : 'đính kèm'
  return { code: 'media_changed', message: `Tệp ${name} không còn như bản đã duyệt; hãy tải lại tệp rồi duyệt lại.` }
}
