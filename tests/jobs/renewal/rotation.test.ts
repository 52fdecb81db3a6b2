/** `npm run rotate-key` as a process of its own, killed on its way and run again, beside an engine that writes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelOf } from '@/channels/registry'
import { encrypt, isEncryptedWith } from '@/platform/crypto'
import type { HttpRequest } from '@/platform/http/contract'
import { addChannel } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { bundle, start, type Bundles } from '../../support/engine/processes'

const formerKey = 'khóa-cũ-khóa-cũ-khóa-cũ-khóa-cũ-khóa-cũ'
const key = 'khóa-mới-khóa-mới-khóa-mới-khóa-mới-khóa'
const lostKey = 'khóa-mất-khóa-mất-khóa-mất-khóa-mất-khóa'
const rotating = { ENCRYPTION_KEY: key, ENCRYPTION_KEY_OLD: formerKey }

let stage: Stage
let bundles: Bundles

beforeAll(async () => {
  stage = await openStage(import.meta.url, rotating)
  bundles = await bundle(['rotate-key'])
})
afterAll(async () => {
  await bundles?.remove()
  await stage?.close()
})

const seal = (record: string, value: unknown, by = formerKey) => encrypt(JSON.stringify(value), { key: by, record })

async function insert(slug: string, row: Record<string, string | Date>, secret: string): Promise<string> {
  const id = await stage.engine.rows.insert(slug, { organization: stage.organization, ...row })
  await stage.engine.rows.update(slug, { id }, { [secret]: seal(`${slug}:${id}`, { token: id }) })
  return id
}

const addSealed = (name: string) =>
  insert('channels', { name, platform: 'facebook', externalId: name, state: 'connected' }, 'secret')

async function rotate(variables: Record<string, string> = rotating): Promise<{ code: number | null; output: string }> {
  const running = start(bundles, 'rotate-key', { env: { ...process.env, ...variables } })
  const code = await new Promise<number | null>((resolve) => running.child.once('close', resolve))
  return { code, output: running.output() }
}

const secretsOf = async (slug: string, field: string) =>
  (await stage.engine.rows.find(slug, { where: {} }))
    .map((row) => row[field])
    .filter((value) => typeof value === 'string')

describe('The key', () => {
  it('is replaced in everything that is sealed, and what was sealed says the same as before', async () => {
    const channel = await addSealed('một')
    await insert('applications', { platform: 'facebook' }, 'secret')
    const person = { person: stage.leader, platform: 'facebook', expiresAt: new Date() }
    const signIn = await insert('sign-ins', person, 'candidates')
    const verifier = seal(`sign-ins:${signIn}`, 'mã')
    await stage.engine.rows.update('sign-ins', { id: signIn }, { verifier })
    const { code, output } = await rotate()
    expect([code, output]).toEqual([0, expect.stringContaining('Đã mã hóa lại 4 giá trị; 0 giá trị')])
    const places = [
      ['channels', 'secret'],
      ['applications', 'secret'],
      ['sign-ins', 'candidates'],
      ['sign-ins', 'verifier'],
    ] as const
    for (const [slug, field] of places)
      for (const value of await secretsOf(slug, field)) expect(isEncryptedWith(value, key), slug).toBe(true)
    expect(stage.openCredentials(await stage.channel(channel))).toEqual({ token: channel })
  })

  it('may be replaced again and again, and says that nothing was left to do', async () => {
    const before = await secretsOf('channels', 'secret')
    expect(await rotate()).toMatchObject({
      code: 0,
      output: expect.stringContaining('Đã mã hóa lại 0 giá trị; 4 giá trị'),
    })
    expect(await secretsOf('channels', 'secret')).toEqual(before)
  })

  it('survives a kill on the way: every value is of one key or the other, and the next run ends it', async () => {
    const ids = await Promise.all(Array.from({ length: 300 }, (_, index) => addSealed(`kill-${index}`)))
    const running = start(bundles, 'rotate-key', { env: { ...process.env, ...rotating } })
    for (;;) {
      const secrets = await secretsOf('channels', 'secret')
      if (secrets.filter((secret) => isEncryptedWith(secret, key)).length > 20) break
    }
    await running.kill()
    const secrets = await secretsOf('channels', 'secret')
    const left = secrets.filter((secret) => isEncryptedWith(secret, formerKey)).length
    expect(left).toBeGreaterThan(0)
    for (const id of ids) expect(stage.openCredentials(await stage.channel(id))).toEqual({ token: id })
    expect(await rotate()).toMatchObject({ code: 0, output: expect.stringContaining(`Đã mã hóa lại ${left} giá trị`) })
    for (const id of ids) expect(stage.openCredentials(await stage.channel(id))).toEqual({ token: id })
  })

  it('is replaced while a token that works once is being renewed, and the new token is kept', async () => {
    const channel = await addChannel(stage, 'zalo', { secretExpiresAt: stage.clock.now() })
    const own = stage.openCredentials(channel)
    await stage.engine.rows.update('channels', { id: channel.id }, { secret: seal(`channels:${channel.id}`, own) })
    const http = async (request: HttpRequest) => {
      const answer = await stage.engine.http(request)
      expect((await rotate()).code).toBe(0)
      return answer
    }
    const old = await stage.channel(channel.id)
    const fresh = await stage.freshCredentials(stage.engineWith({ http }), channelOf('zalo'), old)
    expect(fresh).not.toEqual(own)
    const stored = await stage.channel(channel.id)
    expect(stage.openCredentials(stored)).toEqual(fresh)
    expect(isEncryptedWith(stored.secret ?? '', key)).toBe(true)
  })

  it('names what neither key opens, and ends with 1', async () => {
    const id = await addSealed('mất')
    await stage.engine.rows.update('channels', { id }, { secret: seal(`channels:${id}`, 'x', lostKey) })
    const { code, output } = await rotate()
    expect([code, output]).toEqual([1, expect.stringContaining(`channels:${id}`)])
    await stage.engine.rows.update('channels', { id }, { secret: null })
  })

  it.each([
    ['no former key', { ENCRYPTION_KEY_OLD: '' }, 'ENCRYPTION_KEY_OLD: chưa đặt'],
    ['a short former key', { ENCRYPTION_KEY_OLD: 'ngắn' }, 'ít nhất 32 ký tự'],
    ['the same key twice', { ENCRYPTION_KEY_OLD: key }, 'giống hệt ENCRYPTION_KEY'],
  ])('is not replaced with %s, and says so', async (_name, variables, sentence) => {
    const { code, output } = await rotate({ ...rotating, ...variables })
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)])
  })
})
