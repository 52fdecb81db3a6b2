/** Numbers as each language writes them: `1.234,5` and `1,234.5`. */
const locales = { vi: 'vi-VN', en: 'en-GB' }

/** What is rounded to nothing has no sign. */
export function showNumber(value: number, language: keyof typeof locales = 'vi', decimals = 0): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals, signDisplay: 'negative' }).format(
    value,
  )
}
