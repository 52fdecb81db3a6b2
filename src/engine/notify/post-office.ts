/** The ways out: a mail server, and the bots and channels that reach one person. */
import { z } from 'zod'
import { ChannelError } from '@/channels/contract'
import { channelOf, tellingPlatforms } from '@/channels/registry'
import { readAddresses } from '@/platform/env'
import { showNumber } from '@/platform/numbers'
import type { Engine } from '..'
import { freshCredentials } from '../credentials'
import { readChannel } from '../desk/read-content'
import { bareCall } from '../send/call'
import { readyMessengers } from './people'

export type Letter = { lines: readonly { sentence: string; link: string; at: Date }[] }

export async function sendMail({ payload, publicUrl, zone }: Engine, person: string, letter: Letter): Promise<void> {
  const known = await payload.findByID({
    collection: 'users',
    id: person,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    select: { email: true },
  })
  if (!known) return
  const text = textOf(letter, { publicUrl, zone })
  await payload.sendEmail({ to: known.email, subject: subjectOf(letter), text: `${text}\n\n${footer(publicUrl)}` })
}

export async function sendWord(engine: Engine, contact: string, letter: Letter): Promise<void> {
  const [name = '', ...rest] = contact.split('|')
  const text = textOf(letter, engine)
  if (tellingPlatforms.some((platform) => platform.name === name)) return sendByChannel(engine, rest, text)
  const ready = readyMessengers().find(({ messenger }) => messenger.name === name)
  if (!ready) return
  const { messenger, token } = ready
  const call = { addresses: readAddresses(messenger.addresses), http: engine.http }
  await messenger.send({ to: rest.join('|'), text, token }, call)
}

/** By the channel of the officer's own organization. */
async function sendByChannel(engine: Engine, [id = '', ...to]: string[], text: string): Promise<void> {
  const channel = await readChannel(engine, id)
  const driver = channelOf(channel.platform)
  const credentials = await freshCredentials(engine, driver, channel)
  await driver.tell?.send({ to: to.join('|'), text }, bareCall(engine, { driver, channel, credentials }))
}

/** A server that said no, or one that was never reached. A connection that broke may have carried the letter. */
export function wasNotSent(cause: unknown): boolean {
  if (cause instanceof ChannelError) return cause.kind === 'unavailable' || cause.kind === 'throttled'
  const { responseCode, syscall, code } = mailFailure.catch({}).parse(cause)
  return Number(responseCode) >= 400 || syscall === 'connect' || code === 'EDNS' || code === 'EAUTH'
}

const mailFailure = z.object({
  responseCode: z.number().nullish(),
  syscall: z.string().nullish(),
  code: z.string().nullish(),
})

function subjectOf({ lines }: Letter): string {
  const [first] = lines
  if (!first) return 'Lan Tỏa'
  return lines.length === 1
    ? `Lan Tỏa: ${shorten(first.sentence)}`
    : `Lan Tỏa: ${showNumber(lines.length)} việc cần xem`
}

const SUBJECT_CHARACTERS = 90

function shorten(sentence: string): string {
  const [head] = sentence.split(': ')
  const text = head ?? sentence
  return text.length > SUBJECT_CHARACTERS ? `${text.slice(0, SUBJECT_CHARACTERS - 1)}…` : text
}

function textOf({ lines }: Letter, { publicUrl, zone }: Pick<Engine, 'publicUrl' | 'zone'>): string {
  const hour = new Intl.DateTimeFormat('vi-VN', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return lines.map(({ sentence, link, at }) => `${sentence}\n${hour.format(at)} · ${publicUrl}${link}`).join('\n\n')
}

function footer(publicUrl: string): string {
  return `Thư này do hệ thống Lan Tỏa tự gửi. Chọn việc nào được gửi thư: ${publicUrl}/admin/account`
}
