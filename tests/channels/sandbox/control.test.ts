/** The sandbox's own REST: strict, in Vietnamese with codes. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WallPost } from '@/sandbox/contract'
import { hashText } from '@/sandbox/desk/verdict'
import { startSandbox, type Sandbox } from '@/sandbox/server'
import { asker, echo } from './echo'

let sandbox: Sandbox
const ask = asker(() => sandbox.origin)

const post = (over: Partial<WallPost>): WallPost => ({
  id: '1',
  platform: 'one',
  account: 'a',
  title: '',
  text: 'Cảnh giác https://lantoa.example/l/abc',
  pictures: [],
  video: null,
  link: null,
  at: '2026-11-26T00:00:00Z',
  counters: {},
  state: 'visible',
  ...over,
})

let wall: WallPost[]
beforeEach(async () => {
  wall = [post({})]
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-control-'))
  const one = echo(
    'one',
    { ONE_URL: '/one' },
    {
      wall: () => wall,
      knobs: { processingSeconds: { label: 'Thời gian xử lý (giây)', fallback: 4 } },
      acts: {
        comment: {
          label: 'Bình luận',
          act: (_desk, { id }, text) => {
            wall = wall.map((one) => (one.id === id ? { ...one, comments: [{ by: 'Y Hạnh', text, at: '' }] } : one))
          },
        },
      },
      handle: async (_request, desk) => ({ status: 200, body: { lag: desk.knob('one', 'listLagSeconds', 7) } }),
    },
  )
  sandbox = await startSandbox({ lookalikes: [one], directory, port: 0 })
})
afterEach(() => sandbox.close())

describe('refusals', () => {
  it.each([
    ['/_faults', { platform: 'one', fault: 'boom' }, 'value-unknown', 'fault'],
    ['/_faults', { platform: 'two', fault: 'hang' }, 'platform-unknown', 'platform'],
    ['/_faults', { platform: 'one', fault: 'hang', times: 0 }, 'value-too-small', 'times'],
    ['/_faults', { platform: 'one', fault: 'slow' }, 'value-invalid', 'seconds'],
    ['/_faults', { platform: 'one', fault: 'hang', seconds: 3 }, 'value-invalid', 'seconds'],
    ['/_faults', { platform: 'one', fault: 'slow', seconds: 9_000 }, 'value-too-big', 'seconds'],
    ['/_faults', { platform: 'one', fault: 'hang', probability: 1.5 }, 'value-too-big', 'probability'],
    ['/_faults', { platform: 'one', fault: 'hang', seed: 'x' }, 'value-invalid', 'probability'],
    ['/_faults', { platform: 'one', fault: 'hang', time: 3 }, 'field-unknown', undefined],
    ['/_knobs', { platform: 'one', name: 'nothing', value: 1 }, 'knob-unknown', 'name'],
    ['/_knobs', { platform: 'two', name: 'processingSeconds', value: 1 }, 'platform-unknown', 'platform'],
    ['/_knobs', { platform: 'one', name: 'processingSeconds', value: 'nhiều' }, 'value-invalid', 'value'],
    ['/_clock', {}, 'value-invalid', undefined],
    ['/_clock', { forwardSeconds: 1, offsetSeconds: 1 }, 'value-invalid', undefined],
    ['/_clock', { forwardSeconds: 1.5 }, 'value-invalid', 'forwardSeconds'],
    ['/_open', { platform: 'one', name: ' ' }, 'value-too-small', 'name'],
    ['/_open', { platform: 'two', name: 'x' }, 'platform-unknown', 'platform'],
    ['/_act', { platform: 'one', account: 'a', id: '1', act: 'share' }, 'act-unknown', 'act'],
    ['/_act', { platform: 'one', account: 'b', id: '1', act: 'comment' }, 'post-unknown', 'id'],
    ['/_verdict', { expect: 'one|a|abc' }, 'value-invalid', 'expect'],
    ['/_training', { exercise: 'nothing' }, 'value-unknown', 'exercise'],
  ])('%s %o is %s', async (path, body, code, field) => {
    const { status, body: answer } = await ask(path, body)
    expect([400, 404]).toContain(status)
    const [problem] = answer['errors'] as { code: string; message: string; field?: string }[]
    expect([problem?.code, problem?.field]).toEqual([code, field])
    expect(problem?.message).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/)
    expect(sandbox.desk.faults.list()).toEqual([])
  })

  it('say when JSON is broken, and when a filter of the log is wrong', async () => {
    const answer = await fetch(`${sandbox.origin}/_faults`, { method: 'POST', body: '{"platform":' })
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'json-invalid' }] })
    expect((await ask('/_log?since=x')).status).toBe(400)
    expect((await ask('/_log?from=1')).body).toMatchObject({ errors: [{ code: 'field-unknown' }] })
    expect((await ask('/_faults?id=9', undefined, 'DELETE')).status).toBe(404)
  })
})

describe('switches', () => {
  it('take percent and a number of times from a form, and go back to its page only', async () => {
    const send = (fields: Record<string, string>) =>
      fetch(`${sandbox.origin}/_faults`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
    const answer = await send({
      platform: 'one',
      call: 'say*',
      fault: 'slow',
      seconds: '0.5',
      times: 'unlimited',
      percent: '20',
      seed: '',
      back: '/_training#ban',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/_training#ban'])
    expect(sandbox.desk.faults.list()).toEqual([
      { id: 1, platform: 'one', call: 'say*', fault: 'slow', seconds: 0.5, times: null, probability: 0.2, seed: '1' },
    ])
    const away = await send({ platform: 'one', fault: 'hang', back: '//evil.example/' })
    expect(away.headers.get('location')).toBe('/_switches')
  })

  it('turn a knob and put it back; a knob is known once its platform names it or has asked for it', async () => {
    const names = async () => ((await ask('/_knobs')).body['knobs'] as { name: string }[]).map(({ name }) => name)
    expect(await names()).toEqual([
      'processingSeconds',
      'webhookTwice',
      'webhookOutOfOrder',
      'webhookPauseMilliseconds',
    ])
    expect((await ask('/one/list')).body).toEqual({ lag: 7 })
    expect(await names()).toContain('listLagSeconds')
    await ask('/_knobs', { platform: 'one', name: 'listLagSeconds', value: 90 })
    expect((await ask('/one/list')).body).toEqual({ lag: 90 })
    await ask('/_knobs', { platform: 'one', name: 'listLagSeconds', value: null })
    expect((await ask('/one/list')).body).toEqual({ lag: 7 })
  })

  it('move the clock to a place or by a step', async () => {
    await ask('/_clock', { offsetSeconds: 100 })
    await ask('/_clock', { forwardSeconds: 50 })
    expect((await ask('/_clock')).body).toMatchObject({ offsetSeconds: 150 })
  })

  it('play the public', async () => {
    const deed = { platform: 'one', account: 'a', id: '1', act: 'comment', text: 'Cảm ơn!' }
    expect((await ask('/_act', deed)).body).toMatchObject({ post: { comments: [{ text: 'Cảm ơn!' }] } })
  })

  it('begin an exercise, and end it when another begins', async () => {
    sandbox.desk.faults.add({ platform: 'one', call: '*', fault: 'hang', times: 1 })
    await ask('/_training', { exercise: 'ban' })
    const { body } = await ask('/_training', { exercise: 'video-cho' })
    expect(body).toMatchObject({ running: 'video-cho', faults: [{ platform: 'one' }] })
    expect(sandbox.desk.knob('youtube', 'processingSeconds', 4)).toBe(900)
    await ask('/_training', { exercise: 'stop' })
    expect(sandbox.desk.knob('youtube', 'processingSeconds', 4)).toBe(4)
  })

  it('open an account once, and remember it', async () => {
    await ask('/_open', { platform: 'one', name: 'Xã Đăk Hà' })
    await ask('/_open', { platform: 'one', name: 'Xã Đăk Hà' })
    expect((await ask('/_accounts')).body).toEqual({
      accounts: [{ platform: 'one', account: 'Xã Đăk Hà', name: 'Xã Đăk Hà' }],
    })
  })
})

describe('the witness', () => {
  it('tells the log by platform, call and number', async () => {
    for (const call of ['create', 'remove', 'create'])
      sandbox.desk.log({ platform: 'one', call, account: 'a', id: '1', text: '' })
    const sequences = async (query: string) =>
      ((await ask(`/_log?${query}`)).body['entries'] as { sequence: number }[]).map(({ sequence }) => sequence)
    expect(await sequences('platform=one&call=create')).toEqual([1, 3])
    expect(await sequences('since=1&call=create')).toEqual([3])
    expect(await sequences('platform=two')).toEqual([])
  })

  it('names what stands there twice, what is missing and what has another text', async () => {
    wall = [
      post({ id: '1', text: 'đúng https://a.vn/l/x' }),
      post({ id: '2', text: 'đúng https://a.vn/l/x' }),
      post({ id: '3', text: 'sai https://a.vn/l/y' }),
      post({ id: '4', text: 'phần đầu https://a.vn/l/z' }),
    ]
    const right = hashText('đúng https://a.vn/l/x')
    const expected = [`one|a|x|${right}`, `one|a|y|${right}`, 'one|a|z', `one|a|w|${right}`]
    const verdict = { twice: ['one|a|x'], missing: ['one|a|w'], wrong: ['one|a|y'] }
    expect((await ask('/_verdict', { expect: expected })).body).toMatchObject(verdict)
    const query = new URLSearchParams(expected.map((one) => ['expect', one]))
    expect((await ask(`/_verdict?${query}`)).body).toMatchObject(verdict)
  })

  it('judges ten thousand posts, each expected by its text, in one request', async () => {
    wall = Array.from({ length: 10_000 }, (_, index) =>
      post({ id: String(index), text: `Bài ${index} https://a.vn/l/m${index}` }),
    )
    const expected = wall.map(({ text }, index) => `one|a|m${index}|${hashText(text)}`)
    expected[77] = `one|a|m77|${hashText('khác')}`
    const { body } = await ask('/_verdict', { expect: expected })
    expect(body).toMatchObject({ twice: [], missing: [], wrong: ['one|a|m77'], unmarked: 0 })
    expect(Object.keys(body['posts'] as object)).toHaveLength(10_000)
  })
})
