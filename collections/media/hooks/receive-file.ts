import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { environment } from '@/platform/env'
import { inspectUpload } from '~/media/inspect'
import { storeFile } from '~/media/storage'

type UploadedFile = NonNullable<PayloadRequest['file']>

/** Looks at the bytes, not at the name; keeps them whole or not at all; leaves the pictures for the channels to `render-media`. */
export const receiveFile: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!req.file) return data
  return onDisk(req.file, async (path) => {
    const name = req.file?.name ?? 'tep'
    const facts = await inspectUpload({ path, name })
    const { MEDIA_DIRECTORY } = environment()
    const { file } = await storeFile(MEDIA_DIRECTORY, { name, source: createReadStream(path) })
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
