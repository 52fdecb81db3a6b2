import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** From the project's root, where every process starts: the place stays right in a bundle too. */
const directory = 'media/fonts'

export async function loadFonts() {
  const [regular, bold] = await Promise.all([read('be-vietnam-pro-regular.ttf'), read('be-vietnam-pro-bold.ttf')])
  const name = 'Be Vietnam Pro'
  return [
    { name, data: regular, weight: 400 as const, style: 'normal' as const },
    { name, data: bold, weight: 700 as const, style: 'normal' as const },
  ]
}

function read(file: string): Promise<Buffer> {
  return readFile(resolve(directory, file))
}
