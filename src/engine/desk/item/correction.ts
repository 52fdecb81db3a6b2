/**
 * What the law wants every correction to say, wherever it stands: its title, which work it is about, what was wrong there
 * and what is right; the apology follows at once. Pure.
 */
import type { Block, Channel, Draft, Item, Problem } from '@/channels/contract'
import { paragraphsOf } from './blocks'

export const CORRECTION_TITLE = 'Thông tin cải chính, xin lỗi'

/** The group of a correcting article; every field empty in any other. */
export type CorrectionGroup = {
  ofKind?: string | null
  ofId?: string | null
  work?: string | null
  column?: string | null
  publishedOn?: string | null
  wrongText?: string | null
  correctedText?: string | null
}

export type Correction = { work: string; column: string; publishedOn: string; wrongText: string; correctedText: string }

type Correcting = { correction?: CorrectionGroup | null }

/** Null for an article that corrects nothing. */
export function correctionIn({ correction: group }: Correcting): Correction | null {
  if (!group?.ofId) return null
  const { work, column, publishedOn, wrongText, correctedText } = group
  const text = (value: string | null | undefined) => (value ?? '').trim()
  return {
    work: text(work),
    column: text(column),
    publishedOn: text(publishedOn),
    wrongText: text(wrongText),
    correctedText: text(correctedText),
  }
}

/** What is still to be written before anybody may be asked to approve it. */
export function missingIn(correction: Correction): string[] {
  const names: [keyof Correction, string][] = [
    ['work', 'tên tác phẩm'],
    ['column', 'chuyên mục'],
    ['publishedOn', 'ngày đăng'],
    ['wrongText', 'nội dung sai'],
    ['correctedText', 'nội dung đúng'],
  ]
  return names.filter(([field]) => correction[field] === '').map(([, name]) => name)
}

/** The item as it has to be said, whatever the editor called it. */
export function asCorrection(item: Item, correction: Correction): Item {
  const { title, text } = item.variant
  const variant = { ...item.variant, title: title && entitled(title, ': '), text: text && entitled(text, '\n\n') }
  return { ...item, variant, title: entitled(item.title, ': '), body: [...blocksOf(correction), ...item.body] }
}

function entitled(text: string, between: string): string {
  return text.trim().startsWith(CORRECTION_TITLE) ? text : `${CORRECTION_TITLE}${between}${text}`
}

function blocksOf(correction: Correction): Block[] {
  return [
    { type: 'paragraph', text: `Tác phẩm được cải chính: ${nameOf(correction)}` },
    { type: 'heading', level: 2, text: 'Thông tin sai' },
    { type: 'quote', text: correction.wrongText },
    { type: 'heading', level: 2, text: 'Thông tin đúng' },
    ...paragraphsOf(correction.correctedText),
  ]
}

function nameOf({ work, column, publishedOn }: Correction): string {
  return `“${work}”, chuyên mục ${column}, đăng ngày ${publishedOn}.`
}

/** Where a place would show the title alone and lead to the rest, the rest stands there itself. */
export function renderWhole(driver: Channel, item: Item, correction: Correction | null): Draft {
  const rendered = driver.render(item)
  if (!correction || item.variant.text !== '' || saysAll(rendered, correction)) return rendered
  return driver.render({ ...item, variant: { ...item.variant, text: wholeText(item, correction) } })
}

function wholeText(item: Item, correction: Correction): string {
  const apology = item.body.slice(blocksOf(correction).length).flatMap(wordsOf)
  return [
    item.title,
    `Tác phẩm được cải chính: ${nameOf(correction)}`,
    `Thông tin sai: ${correction.wrongText}`,
    `Thông tin đúng: ${correction.correctedText}`,
    ...apology,
    '{link}',
  ].join('\n\n')
}

function wordsOf(block: Block): string[] {
  if (block.type === 'image') return []
  return block.type === 'list' ? block.entries : [block.text]
}

/** The editor's own text for one place may be shorter in everything but this. */
export function problemsOfCorrection(draft: Draft, correction: Correction | null, { label }: Channel): Problem[] {
  if (!correction || saysAll(draft, correction)) return []
  const message = `Bản cải chính cho ${label} phải có đủ nội dung sai và nội dung đúng; hãy viết đủ hoặc để trống nội dung riêng.`
  return [{ code: 'correction_incomplete', message }]
}

function saysAll({ text }: Draft, { wrongText, correctedText }: Correction): boolean {
  const said = plain(text)
  return said.includes(plain(wrongText)) && said.includes(plain(correctedText))
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
