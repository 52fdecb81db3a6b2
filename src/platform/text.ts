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

const alphabet = [
  ...'0123456789aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
]
const rank = new Map(alphabet.map((letter, index) => [letter, index.toString(36).padStart(2, '0')]))

/** A key whose byte order is the order of a Vietnamese dictionary: a < ă < â < b … d < đ < e. */
export function sortKey(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((letter) => rank.get(letter) ?? (letter === ' ' ? '-' : 'zz'))
    .join('')
    .slice(0, 120)
}
