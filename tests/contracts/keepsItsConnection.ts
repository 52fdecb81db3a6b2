/** Who we are there, how long we may be, and what the platform says by itself. */
import { describe, expect, it } from 'vitest'
import type { Connect, Webhook } from '@/channels/contract'
import type { Bench } from './bench'
import type { ChannelUnderTest } from './behavesLikeAChannel'

const SIGN_IN = { state: 'trang-thai-1', redirectUri: 'https://lantoa.example/ket-noi', verifier: 'v'.repeat(43) }

export function keepsItsConnection<Post>({ channel }: ChannelUnderTest<Post>, open: () => Bench<Post>): void {
  describe('its connection', () => {
    it('shows whose account it is, so that nobody connects the wrong one', async () => {
      const { profile, warnings } = await channel.check(open().record().call)
      expect(profile.account).toBe(open().platform.account)
      expect(profile.name).not.toBe('')
      for (const { code, message } of warnings) {
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
        expect(message.endsWith('.')).toBe(true)
      }
    })

    it.runIf(channel.renew)('is renewed, and works with what came back', async () => {
      const renewed = await channel.renew?.(open().record().call)
      expect(channel.credentials.safeParse(renewed?.credentials).success).toBe(true)
      open().platform.credentials = renewed?.credentials as Record<string, string>
      if (renewed?.expiresAt) expect(renewed.expiresAt.getTime()).toBeGreaterThan(open().platform.now().getTime())
      const health = await channel.check(open().record().call)
      expect(health.identity).not.toBe('')
    })

    it.runIf(channel.probe)('is tried out with a word that is taken back at once', async () => {
      const seen = await open().platform.visibleInAll?.()
      const said = (await open().platform.texts()).length
      await channel.probe?.(open().record().call)
      expect((await open().platform.texts()).length).toBeGreaterThan(said)
      expect(await open().platform.visibleInAll?.()).toBe(seen)
    })

    if (channel.connect) signsIn(channel.connect, open)
    if (channel.webhook) trustsOnlySigned(channel.webhook)
  })
}

function signsIn<Post>(connect: Connect, open: () => Bench<Post>): void {
  const keys = Object.fromEntries(Object.keys(connect.variables).map((name) => [name, `${name}-1234567890`]))

  it('takes the keys of our application, and nothing it does not know', () => {
    expect(connect.application.safeParse(keys).success).toBe(true)
    expect(connect.application.safeParse({ ...keys, nonsense: '1' }).success).toBe(false)
  })

  it('sends the person to consent at the platform with a state that comes back, and no secret', () => {
    const place = { application: keys, addresses: open().record().call.addresses }
    const address = new URL(connect.authorize(SIGN_IN, place))
    expect(address.searchParams.get('state')).toBe(SIGN_IN.state)
    expect(address.searchParams.get('redirect_uri')).toBe(SIGN_IN.redirectUri)
    const secrets = Object.entries(keys).filter(([name]) => /secret|verifier/i.test(name))
    for (const [, secret] of secrets) expect(address.href).not.toContain(secret)
  })
}

function trustsOnlySigned(webhook: Webhook): void {
  it('believes no webhook that is not signed, and breaks on none', () => {
    const keys = { application: { appId: '1', appSecret: 'bi-mat', oaSecretKey: 'bi-mat' }, secret: 'bi-mat' }
    const body = new TextEncoder().encode(JSON.stringify({ object: 'page', update_id: 1, event_name: 'follow' }))
    expect(webhook.verify({ headers: {}, body }, keys)).not.toBe('genuine')
    const nonsense = ['', 'null', '[]', '{"entry":7}', '{"update_id":"x"}', 'khong phai json']
    for (const { key, event } of nonsense.flatMap((text) => webhook.read(text))) {
      expect(key).not.toBe('')
      expect(event.kind).toBe('other')
    }
  })
}
