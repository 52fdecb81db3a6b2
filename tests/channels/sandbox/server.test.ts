import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '@/sandbox/server'
import { echo } from './echo'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lan-toa-sandbox-'))
})

describe('the sandbox', () => {
  let sandbox: Sandbox
  const at = (path: string) => sandbox.origin + path
  const say = (path = '/one/say', text = 'x') =>
    fetch(at(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) })
  const json = async (path: string, settings?: RequestInit) =>
    (await fetch(at(path), settings)).json() as Promise<unknown>
  const said = async () => ((await json('/_log')) as { entries: { text: string }[] }).entries.map(({ text }) => text)
  const breakIt = (fault: string, call = '*') =>
    json('/_faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ platform: 'one', call, fault }),
    })

  beforeEach(async () => {
    const lookalikes = [
      echo('rest', { REST_URL: '' }),
      echo('one', { ONE_URL: '/one' }),
      echo('deep', { DEEP_URL: '/one/deep' }),
    ]
    sandbox = await startSandbox({ lookalikes, directory, port: 0 })
  })
  afterEach(() => sandbox.close())

  it('tells every base address by its variable', () => {
    const { origin, addresses } = sandbox
    expect(addresses).toEqual({ REST_URL: origin, ONE_URL: `${origin}/one`, DEEP_URL: `${origin}/one/deep` })
  })

  it.each([
    ['/one/say?q=ạ', { platform: 'one', path: '/say', query: 'ạ' }],
    ['/one/deep/say', { platform: 'deep', path: '/say', query: null }],
    ['/one/deeper', { platform: 'one', path: '/deeper', query: null }],
    ['/onelook', { platform: 'rest', path: '/onelook', query: null }],
  ])('gives %s to the longest mount', async (path, answer) => {
    expect(await json(path, { method: 'POST' })).toEqual(answer)
  })

  it('reads JSON, forms and uploads to the byte', async () => {
    const form = new FormData()
    form.set('text', 'Lừa đảo “3”')
    form.set('photo', new Blob([new Uint8Array(70_000)]), 'ảnh.jpg')
    await say('/one/say', 'Lừa đảo “1”')
    await fetch(at('/one/say'), { method: 'POST', body: new URLSearchParams({ text: 'Lừa đảo “2”' }) })
    await fetch(at('/one/say'), { method: 'POST', body: form })
    expect(await said()).toEqual(['Lừa đảo “1”', 'Lừa đảo “2”', 'Lừa đảo “3”'])
    expect(sandbox.desk.entries.read({}).at(-1)?.['files']).toEqual([['ảnh.jpg', 70_000]])
  })

  it.each([
    ['unavailable', 503, 0],
    ['throttle', 429, 0],
    ['token-dead', 401, 0],
    ['error-after-accept', 500, 1],
    ['garbage', 200, 1],
  ])('answers %s once with %i, having taken %i', async (fault, status, taken) => {
    await breakIt(fault)
    expect((await say()).status).toBe(status)
    expect(await said()).toHaveLength(taken)
    expect(await (await say()).json()).toMatchObject({ platform: 'one' })
  })

  it('takes it and answers half a JSON text on truncated', async () => {
    await breakIt('truncated')
    const text = await (await say()).text()
    expect(text).toMatch(/^\{"platform":"one",/)
    expect(() => JSON.parse(text)).toThrow()
    expect(await said()).toEqual(['x'])
  })

  it('takes it at once and answers late on slow', async () => {
    sandbox.desk.faults.add({ platform: 'one', call: 'say', fault: 'slow', seconds: 0.2, times: 1 })
    const begin = performance.now()
    expect(await (await say()).json()).toMatchObject({ platform: 'one' })
    expect(performance.now() - begin).toBeGreaterThanOrEqual(190)
  })

  it('takes it and cuts the line', async () => {
    await breakIt('accept-then-drop', 'say')
    await expect(say()).rejects.toThrow()
    expect(await said()).toEqual(['x'])
  })

  it.each([
    ['hang', 0],
    ['accept-then-hang', 1],
  ])('says nothing on %s, having taken %i', async (fault, taken) => {
    await breakIt(fault)
    const silent = fetch(at('/one/say'), { method: 'POST', signal: AbortSignal.timeout(300) })
    await expect(silent).rejects.toThrow()
    expect(await said()).toHaveLength(taken)
  })

  it('refuses a fault it does not know, in JSON', async () => {
    const answer = await fetch(at('/_faults'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"platform":"one","fault":"boom"}',
    })
    expect(answer.status).toBe(400)
    expect(await json('/_faults')).toEqual({ rules: [] })
  })

  it('forgets faults when asked, and takes them from the viewer’s form', async () => {
    await fetch(at('/_faults'), {
      method: 'POST',
      body: new URLSearchParams({ platform: 'one', call: 'say', fault: 'hang', times: '3' }),
    })
    expect(await json('/_faults')).toEqual({
      rules: [{ id: 1, platform: 'one', call: 'say', fault: 'hang', times: 3 }],
    })
    expect(await json('/_faults', { method: 'DELETE' })).toEqual({ rules: [] })
    expect((await say()).status).toBe(200)
  })

  it('moves its clock', async () => {
    await json('/_clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"offsetSeconds":86400}',
    })
    expect(sandbox.desk.now().getTime() - Date.now()).toBeGreaterThan(86_000_000)
  })

  it('opens accounts', async () => {
    const answer = await json('/_open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"platform":"one","name":"Xã Đăk Hà"}',
    })
    expect(answer).toEqual({ account: 'Xã Đăk Hà', url: '/', credentials: { token: 'x' } })
  })

  it.each([
    ['bytes=2-5', 206, 'bytes 2-5/10', '2345'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=10-', 416, 'bytes */10', 'Tệp không có phần này.'],
    ['seconds=1-2', 200, null, '0123456789'],
  ])('sends part of a file, as players ask for it: %s', async (range, status, contentRange, text) => {
    const path = sandbox.desk.keep(new TextEncoder().encode('0123456789'), 'video/mp4')
    const answer = await fetch(at(path), { headers: { range } })
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
      status,
      contentRange,
      text,
    ])
  })
})
