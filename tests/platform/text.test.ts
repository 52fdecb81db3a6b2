import { describe, expect, it } from 'vitest'
import { foldText, slugify, sortKey } from '@/platform/text'
import sample from '@/seed/data/sample-content.json'

/** Every word of the campaign's own texts, and the syllables that databases get wrong. */
const words = [
  ...new Set(
    [
      ...(JSON.stringify(sample)
        .normalize('NFC')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []),
      ...'ma má mà mả mã mạ mă mắ mằ mẳ mẵ mặ mâ mấ mầ mẩ mẫ mậ da đa dan đan e ê ế o ô ơ ớ u ư ứ y ý a ă â'.split(' '),
    ].filter((word) => !/[fjwz]/.test(word)),
  ),
]

describe('Vietnamese text', () => {
  it.each([
    ['Đồ họa Thông tin', 'do hoa thong tin'],
    ['ĐẮK HÀ, Kon Tum', 'dak ha, kon tum'],
    ['  Người\n cao   tuổi ', 'nguoi cao tuoi'],
    ['Nghiêng ngả quờ quạng', 'nghieng nga quo quang'],
    ['khuỷu tay, Ưu tiên, ướt', 'khuyu tay, uu tien, uot'],
    ['', ''],
  ])('%s is found as %s, composed or not', (text, folded) => {
    expect(foldText(text)).toBe(folded)
    expect(foldText(text.normalize('NFD'))).toBe(folded)
  })

  it.each([
    ['Mã OTP là chìa khóa nhà', 'ma-otp-la-chia-khoa-nha'],
    ['Cảnh báo: “việc nhẹ, lương cao” (2026)!', 'canh-bao-viec-nhe-luong-cao-2026'],
    ['--- Đừng   vội ---', 'dung-voi'],
    ['😀', ''],
    [`${'đường '.repeat(30)}`, 'duong-'.repeat(16).slice(0, -1)],
  ])('%s has an address of its own', (text, slug) => {
    expect(slugify(text)).toBe(slug)
    expect(slugify(text.normalize('NFD'))).toBe(slug)
    expect(slug.length).toBeLessThanOrEqual(96)
  })

  it('is sorted by bytes of its key as a dictionary sorts it', () => {
    expect(words.length).toBeGreaterThan(800)
    const collator = new Intl.Collator('vi')
    const byKey = words.toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1))
    const byDictionary = words.toSorted(collator.compare)
    const wrong = byKey.flatMap((word, index) => (word === byDictionary[index] ? [] : [[word, byDictionary[index]]]))
    expect(wrong.slice(0, 10)).toEqual([])
  })

  it('is sorted alike whether it is composed or not', () => {
    for (const word of words) expect(sortKey(word.normalize('NFD'))).toBe(sortKey(word))
  })

  it.each([
    ['An', 'Ăn'],
    ['Ăn', 'Ân'],
    ['Dân', 'Đan'],
    ['Đơn', 'Em'],
    ['Bà con', 'Bác sĩ'],
    ['Tin 2', 'Tin a'],
  ])('puts %s before %s', (first, second) => expect(sortKey(first) < sortKey(second)).toBe(true))
})
