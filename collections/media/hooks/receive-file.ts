import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AfterErrorHook, CollectionBeforeChangeHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { rowsOf } from '@/platform/database'
import { environment } from '@/platform/env'
import { inspectUpload, type UploadFacts } from '~/media/inspect'
import { removeStored, storeFile } from '~/media/storage'

type UploadedFile = NonNullable<PayloadRequest['file']>

/** Before Payload reads the file itself: its answer to a disguised or broken one says less than ours. */
export const inspectFile: CollectionBeforeOperationHook = async ({ req, context }) => {
  const { file } = req
  if (file) context.facts = await onDisk(file, (path) => inspectUpload({ path, name: file.name }))
}

/** Keeps the bytes whole or not at all; leaves the pictures for the channels to `render-media`. */
export const receiveFile: CollectionBeforeChangeHook = async ({ data, req, context }) => {
  if (!req.file) return data
  const { name } = req.file
  const facts = context.facts as UploadFacts
  return onDisk(req.file, async (path) => {
    const { MEDIA_DIRECTORY } = environment()
    const { file } = await storeFile(MEDIA_DIRECTORY, { name, source: createReadStream(path) })
    context.storedFile = file
    return {
      ...data,
      storedFile: file,
      sha256: facts.sha256,
      mimeType: facts.mimeType,
      filesize: facts.bytes,
      width: facts.width ?? undefined,
      height: facts.height ?? undefined,
      duration: facts.duration,
      renditions: null,
      renditionState: 'pending',
      renditionProblem: null,
    }
  })
}

/** A row that was refused after its file was kept leaves none behind, unless another row holds the same bytes. */
export const dropUnused: AfterErrorHook = async ({ req, context }) => {
  const { storedFile } = context
  if (typeof storedFile !== 'string') return
  if ((await rowsOf(req.payload).count('media', { storedFile })) > 0) return
  await removeStored(join(environment().MEDIA_DIRECTORY, storedFile))
}

/** The upload as a path: Payload's own temporary file, or one of ours that is removed afterwards. */
async function onDisk<Result>(upload: UploadedFile, use: (path: string) => Promise<Result>): Promise<Result> {
  if (upload.tempFilePath) return use(upload.tempFilePath)
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-'))
  try {
    const path = join(directory, 'upload')
    await writeFile(path, upload.data)
    return await use(path)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
