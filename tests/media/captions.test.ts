import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cue, readCues, writeCues } from '~/media/captions'
import { inspectUpload } from '~/media/inspect'

const srt = `1\r\n00:00:01,000 --> 00:00:03,500\r\nBà con ơi,\r\nmã OTP là chìa khóa nhà.\r\n\r\n2\r\n01:00:04,000 --> 01:00:06,250\r\nKhông đọc cho ai.\r\n`
const vtt = `WEBVTT - phụ đề\n\nNOTE của biên tập viên\n\nmột\n00:01.000 --> 00:03.500 line:0\nBà con ơi,\nmã OTP là chìa khóa nhà.\n\n01:00:04.000 --> 01:00:06.250\nKhông đọc cho ai.\n`
const cues: Cue[] = [
  { from: 1, to: 3.5, text: 'Bà con ơi,\nmã OTP là chìa khóa nhà.' },
  { from: 3604, to: 3606.25, text: 'Không đọc cho ai.' },
]

describe('Captions', () => {
  it('say the same as SubRip and as WebVTT', () => {
    expect(readCues(srt)).toEqual(cues)
    expect(readCues(`\u{feff}${vtt}`)).toEqual(cues)
  })

  it.each(['srt', 'vtt'] as const)('lose nothing when they are written as %s', (format) => {
    const written = writeCues(cues, format)
    expect(readCues(written)).toEqual(cues)
    expect(written).toContain(format === 'srt' ? '01:00:04,000 --> 01:00:06,250' : '01:00:04.000 --> 01:00:06.250')
    expect(written.startsWith(format === 'srt' ? '1\n00:00:01,000' : 'WEBVTT\n\n00:00:01.000')).toBe(true)
  })
})

describe('A captions file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'captions-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const inspect = async (name: string, text: string | Buffer) => {
    await writeFile(join(folder, name), text)
    return inspectUpload({ path: join(folder, name), name })
  }

  it('is known by its content, and lasts until its last cue', async () => {
    expect(await inspect('a.srt', srt)).toMatchObject({
      mimeType: 'application/x-subrip',
      kind: 'captions',
      duration: 3606.25,
    })
    expect(await inspect('a.vtt', vtt)).toMatchObject({ mimeType: 'text/vtt', duration: 3606.25 })
    expect(await inspect('thật ra là vtt.srt', vtt)).toMatchObject({ mimeType: 'text/vtt' })
  })

  it.each([
    ['words without hours', 'a.srt', 'Chỉ là một đoạn văn.'],
    ['a script', 'a.vtt', '<script>alert(1)</script>'],
    ['a cue that ends before it begins', 'b.srt', '1\n00:00:05,000 --> 00:00:04,000\nSai giờ'],
    ['a block without its times', 'c.srt', `${srt}\n3\nKhông có giờ`],
    ['no cue at all', 'd.vtt', 'WEBVTT\n'],
    ['another alphabet than UTF-8', 'e.srt', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nB\xe0 con', 'latin1')],
  ])('with %s is refused', async (_what, name, text) => {
    await expect(inspect(name, text)).rejects.toMatchObject({ code: /^media_(broken|disguised)$/, status: 400 })
  })

  it('says which block is wrong', async () => {
    await expect(inspect('f.srt', `${srt}\n3\nKhông có giờ`)).rejects.toThrow('đoạn thứ 3')
  })

  it('over 10 MB is refused with both numbers', async () => {
    const long = srt + 'x'.repeat(11 * 1024 * 1024)
    await expect(inspect('g.srt', long)).rejects.toMatchObject({
      code: 'media_too_large',
      status: 413,
      message: expect.stringContaining('10 MB'),
    })
  })
})
