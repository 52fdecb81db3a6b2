import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { notify } from '@/engine/notify'
import type { ChannelRow } from '@/engine/rows'
import { addChannel } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { deadAddress } from '../../support/platforms'
import { addOrganization, addPerson, addPosts, clearPosts, passToTen, times } from './situation'

describe('Notifications leave', () => {
  const mails: { to: string; text: string; subject: string }[] = []
  let isRefusing = false
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, answer) =>
      answer(isRefusing ? Object.assign(new Error('greylisted'), { responseCode: 451 }) : null),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', ...read(Buffer.concat(chunks).toString()) })
        answer(null)
      })
    },
  })
  let stage: Stage
  let organization: string
  let channel: ChannelRow
  let officer: { token: string; chat: string }

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    stage = await openStage(import.meta.url, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'lan-toa@kiemthu.vn' })
    passToTen(stage)
    const { credentials } = stage.places.telegram.open('Trực ban')
    officer = { token: credentials['token'] ?? '', chat: credentials['opsChat'] ?? '' }
    process.env['NOTIFY_TELEGRAM_TOKEN'] = officer.token
    const dutyContacts = [{ name: 'Trực ban', messenger: 'telegram', address: officer.chat }]
    organization = await addOrganization(stage, 'Công an xã', { dutyContacts })
    await person('soon', {})
    await person('daily', { mailPace: 'daily' })
    await person('muted', { mutedKinds: ['held'] })
    channel = await addChannel(stage, 'telegram', { name: 'Kênh tỉnh', organization })
  })
  afterEach(() => {
    mails.length = 0
    isRefusing = false
  })
  afterAll(async () => {
    delete process.env['NOTIFY_TELEGRAM_TOKEN']
    await stage?.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })

  const person = (name: string, over: object) =>
    addPerson(stage, name, { memberships: [{ organization, roles: ['publisher'] }], ...over })

  /** Posts that are held; `end` when they are no longer. */
  async function hold(count: number): Promise<{ end(): Promise<void> }> {
    const set = { state: 'held', wakeAt: null, heldBecause: 'inspection', heldMessage: 'Bài thiếu tệp.' }
    const ids = await addPosts(
      stage,
      channel,
      times(count, () => set),
    )
    return {
      end: async () => {
        await clearPosts(stage, ids)
        stage.clock.pass(86_400)
        await notify(stage.engine)
        mails.length = 0
      },
    }
  }

  const words = () =>
    stage.places.sandbox.desk.entries
      .read({ platform: 'telegram', call: 'sendMessage' })
      .filter(({ account }) => account === officer.chat)
      .map(({ text }) => String(text))

  it('as one mail for all of a digest, when its window closes, to those who want it', async () => {
    const held = await hold(40)
    await notify(stage.engine)
    expect(mails).toEqual([])
    stage.clock.pass(301)
    expect(await notify(stage.engine)).toEqual({ told: 0, sent: 1 })
    expect(mails.map(({ to }) => to)).toEqual(['soon@kiemthu.vn'])
    expect(mails[0]?.subject).toBe('Lan Tỏa: 40 bài bị giữ ở kênh “Kênh tỉnh”')
    expect(mails[0]?.text).toContain('40 bài bị giữ ở kênh “Kênh tỉnh”: Bài thiếu tệp.')
    expect(mails[0]?.text).toContain(`${stage.engine.publicUrl}/admin/van-hanh`)
    await notify(stage.engine)
    expect(mails).toHaveLength(1)
    // And at seven in the morning of Vietnam, to who wants one mail a day.
    stage.clock.pass(86_400)
    await notify(stage.engine)
    expect(mails.map(({ to }) => to)).toEqual(['soon@kiemthu.vn', 'daily@kiemthu.vn'])
    await held.end()
  })

  it('at once to the duty officer, one word for all', async () => {
    const before = words().length
    const held = await hold(40)
    await notify(stage.engine)
    await notify(stage.engine)
    const [word = '', ...more] = words().slice(before)
    expect(more).toEqual([])
    expect(word).toContain('40 bài bị giữ ở kênh “Kênh tỉnh”: Bài thiếu tệp.')
    expect(word).not.toContain(officer.token)
    await held.end()
    expect(words().slice(before)).toHaveLength(1)
  })

  it('once more when the server had certainly not taken them', async () => {
    const held = await hold(1)
    await notify(stage.engine)
    isRefusing = true
    stage.clock.pass(301)
    await notify(stage.engine)
    expect(mails).toEqual([])
    isRefusing = false
    await notify(stage.engine)
    expect(mails).toEqual([])
    stage.clock.pass(60)
    await notify(stage.engine)
    expect(mails.map(({ to }) => to)).toEqual(['soon@kiemthu.vn'])
    await held.end()
  })

  it('never again when the messenger may have taken them, and never with the token in a problem', async () => {
    const before = words().length
    stage.places.telegram.fault('accept-then-drop')
    const held = await hold(1)
    await notify(stage.engine)
    stage.places.telegram.heal()
    stage.clock.pass(3600)
    await notify(stage.engine)
    expect(words().slice(before)).toHaveLength(1)
    const [notification] = await stage.engine.rows.find<{ id: string; problem: string | null; tries: number }>(
      'notifications',
      { where: { contact: `telegram|${officer.chat}`, tries: 1 } },
    )
    expect(notification?.problem).toBe('Không liên lạc được với Telegram để nhắn người trực.')
    await held.end()
  })

  it('once more to the officer when nobody was reached at all', async () => {
    const before = words().length
    const { TELEGRAM_API_URL } = stage.places.addresses
    process.env['TELEGRAM_API_URL'] = await deadAddress()
    const held = await hold(1)
    await notify(stage.engine)
    process.env['TELEGRAM_API_URL'] = TELEGRAM_API_URL
    expect(words().slice(before)).toEqual([])
    stage.clock.pass(61)
    await notify(stage.engine)
    expect(words().slice(before)).toHaveLength(1)
    await held.end()
  })

  it('not at all by mail to who has read them in the admin', async () => {
    const held = await hold(1)
    await notify(stage.engine)
    const { markAllRead } = await import('@/engine/notify/read')
    const { docs } = await stage.engine.payload.find({ collection: 'users', where: { name: { equals: 'soon' } } })
    await markAllRead(stage.engine, String(docs[0]?.id), stage.clock.now())
    stage.clock.pass(301)
    await notify(stage.engine)
    expect(mails).toEqual([])
    await held.end()
  })
})

/** Subject and text of a mail as it went over the line. */
function read(source: string): { subject: string; text: string } {
  const [head = '', ...body] = source.split('\r\n\r\n')
  const subject = /^Subject: ((?:.|\r\n[ \t])*)$/m.exec(head)?.[1] ?? ''
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head)
  const text = body.join('\r\n\r\n')
  return { subject: decodeWords(subject), text: isBase64 ? Buffer.from(text, 'base64').toString() : decodeQuoted(text) }
}

function decodeWords(subject: string): string {
  return subject
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_whole, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : decodeQuoted(word.replaceAll('_', ' ')),
    )
}

function decodeQuoted(text: string): string {
  const joined = text.replaceAll('=\r\n', '')
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}
