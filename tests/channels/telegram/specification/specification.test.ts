/** Every request of the driver, held against an extract of the machine-readable Bot API (`api.json` beside this file). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/telegram'
import type { TelegramPost } from '@/channels/telegram/options'
import { parseBody, type Form } from '@/sandbox/body'
import { lookalike } from '@/sandbox/telegram'
import { openBench, type Bench } from '../../../contracts/bench'
import { runLookalike } from '../../../support/platforms'
import api from './api.json'
import { anOwnItem, shapes } from '../shapes'

type Field = { types: string[]; required?: boolean }
type Fields = Readonly<Record<string, Field>>

const methods = api.methods as Record<string, Fields>
const types = api.types as Record<string, Fields>

describe('every request of the driver', () => {
  const requests: { method: string; form: Form }[] = []
  let bench: Bench<TelegramPost>

  beforeAll(async () => {
    const listening: typeof lookalike = {
      ...lookalike,
      handle: async (request, desk) => {
        const method = lookalike.nameCall(request)
        if (method !== 'page') requests.push({ method, form: await parseBody(request) })
        return lookalike.handle(request, desk)
      },
    }
    bench = await openBench(channel, await runLookalike(listening))
    await doEverything(bench)
  })
  afterAll(() => bench.platform.close())

  it('is one that the API has, and all that it is held against are made', () => {
    expect([...new Set(requests.map(({ method }) => method))].toSorted()).toEqual(Object.keys(methods).toSorted())
  })

  it.each(Object.keys(methods))('%s: names, required fields and types', (method) => {
    const made = requests.filter((request) => request.method === method)
    expect(made.length).toBeGreaterThan(0)
    for (const { form } of made) expect(wrongIn(form, methods[method] ?? {})).toEqual([])
  })

  it('sees what is wrong, and is not only content', () => {
    const form = (fields: Record<string, string>): Form => ({ fields, files: [] })
    const fields = methods['sendMessage'] ?? {}
    expect(wrongIn(form({ chat_id: '1' }), fields)).toEqual(['text is missing'])
    expect(wrongIn(form({ chat_id: '1', text: 'a', colour: 'red' }), fields)).toEqual(['colour is unknown'])
    expect(wrongIn(form({ chat_id: '1', text: 'a', protect_content: 'yes' }), fields)).toEqual([
      'protect_content is no Boolean',
    ])
    expect(wrongIn(form({ chat_id: '1', text: 'a', reply_parameters: '{"id":1}' }), fields)).toEqual([
      'reply_parameters is no ReplyParameters',
    ])
  })
})

async function doEverything({
  platform,
  files,
  draft,
  publish,
  live,
  record,
  find,
}: Bench<TelegramPost>): Promise<void> {
  for (const make of Object.values(shapes)) {
    const item = make(files)
    const post = live(item, await publish(draft(item)))
    await channel.update?.(post, draft({ ...item, signature: 'Trực ban 113' }), record().call)
    await channel.withdraw?.(post, record().call)
  }
  await find(draft(anOwnItem()), record())
  await channel.check(record().call)
  await channel.audience(record().call)
  await channel.probe?.(record().call)
  const secret = 'a'.repeat(40)
  await channel.webhook?.subscribe?.(record().call, {
    url: `${platform.addresses['TELEGRAM_API_URL']}/nowhere`,
    secret,
  })
}

function wrongIn({ fields, files }: Form, known: Fields): string[] {
  const given: Record<string, string | undefined> = {
    ...fields,
    ...Object.fromEntries(files.filter(({ field }) => field in known).map(({ field }) => [field, 'attach://file'])),
  }
  const missing = Object.entries(known).filter(([name, { required }]) => required && given[name] === undefined)
  const others = Object.entries(given).filter(([name]) => name !== 'method')
  return [
    ...missing.map(([name]) => `${name} is missing`),
    ...others.flatMap(([name, value]) => wrongField(name, value ?? '', known[name])),
  ]
}

function wrongField(name: string, value: string, field: Field | undefined): string[] {
  if (!field) return [`${name} is unknown`]
  return field.types.some((type) => isOf(type, value)) ? [] : [`${name} is no ${field.types.join(' or ')}`]
}

const simple: Readonly<Record<string, RegExp>> = {
  String: /^/,
  Integer: /^-?\d+$/,
  Boolean: /^(true|false)$/,
  InputFile: /^attach:\/\//,
}

function isOf(type: string, value: string): boolean {
  const pattern = simple[type]
  if (pattern) return pattern.test(value)
  const parsed = parse(value)
  const inner = /^Array of (.+)$/.exec(type)?.[1]
  if (inner) return Array.isArray(parsed) && parsed.every((one) => isOf(inner, asText(one)))
  return isObjectOf(types[type], parsed)
}

function isObjectOf(known: Fields | undefined, value: unknown): boolean {
  if (!known || typeof value !== 'object' || value === null) return false
  const fields = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)]))
  return wrongIn({ fields, files: [] }, known).length === 0
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
