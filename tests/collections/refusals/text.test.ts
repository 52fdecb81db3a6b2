import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richTextOf } from '@/seed/rich-text'
import { codesOf, docOf, type Office, openOffice } from '../../support/office'
import { makeMedium } from '../../support/office/things'

const uploadOf = (value: string) => ({ type: 'upload', version: 3, relationTo: 'media', value, fields: {}, format: '' })

/** One paragraph, and after it what is asked about. */
function bodyWith(node: object): object {
  const { root } = richTextOf('Bà con không đọc mã OTP cho ai.') as { root: { children: object[] } }
  return { root: { ...root, children: [...root.children, node] } }
}

describe('The text of an item', () => {
  let office: Office
  let film: string
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    film = await makeMedium(office.engine, office)
    await office.engine.rows.set('media', { id: film }, { mimeType: 'video/mp4' })
  })
  afterAll(() => office?.close())

  const write = (node: object) =>
    office.asPerson('reporter').post('/articles', office.articleFields({ body: bodyWith(node) }))

  it('takes a picture between its paragraphs', async () => {
    const { body } = docOf(await write(uploadOf(office.medium))) as unknown as {
      body: { root: { children: object[] } }
    }
    expect(body.root.children.at(-1)).toMatchObject({ type: 'upload' })
  })

  it.each([
    ['a film, which no channel would show', () => uploadOf(film), 'video'],
    ['a rule', () => ({ type: 'horizontalrule', version: 1 }), 'đường kẻ ngang'],
    [
      'a link to another item as a block',
      () => ({ type: 'relationship', version: 2, relationTo: 'articles', value: office.medium, format: '' }),
      'không kênh nào',
    ],
  ])('refuses %s, and says what to do', async (_name, node, words) => {
    const before = await office.engine.rows.count('articles', {})
    const answer = await write(node())
    expect([answer.status, ...codesOf(answer)], answer.text).toEqual([400, 'body_invalid'])
    expect(answer.text).toContain(words)
    expect(answer.text).toContain('hãy bỏ')
    expect(await office.engine.rows.count('articles', {})).toBe(before)
  })

  it('refuses a picture that is not there', async () => {
    const answer = await write(uploadOf('không'))
    expect([answer.status, ...codesOf(answer)], answer.text).toEqual([400, 'body_invalid'])
  })
})
