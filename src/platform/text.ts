/** Vietnamese text for searching and sorting, which databases get wrong. */

/** Without marks, lower case: "Đồ họa Thông tin" → "do hoa thong tin". */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Address segment: "Mã OTP là chìa khóa nhà" → "ma-otp-la-chia-khoa-nha". */
export function slugify(text: string): string {
  return foldText(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 96)
    .replace(/-+$/, '')
}

const alphabet = [...'0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz']
const rank = new Map(alphabet.map((letter, index) => [letter, index.toString(36).padStart(2, '0')]))

/** In the order of the dictionary: huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const anyTone = new RegExp(`[${tones.join('')}]`, 'gu')

/**
 * A key whose byte order is the order of a Vietnamese dictionary: the letters of the whole text decide first
 * (a < ă < â < b, d < đ), and only between equal letters the tones.
 */
export function sortKey(text: string): string {
  const letters = [...text.normalize('NFC').toLowerCase()]
  return `${letters.map(letterKey).join('').slice(0, 120)}!${letters.map(toneKey).join('').slice(0, 60)}`
}

function letterKey(letter: string): string {
  if (letter.trim() === '') return '-'
  return rank.get(letter.normalize('NFD').replace(anyTone, '').normalize('NFC')) ?? 'zz'
}

function toneKey(letter: string): string {
  const marks = letter.normalize('NFD')
  return String(tones.findIndex((tone) => marks.includes(tone)) + 1)
}
