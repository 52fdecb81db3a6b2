/** Vietnamese first, English second. */
export function label(vi: string, en: string): { vi: string; en: string } {
  return { vi, en }
}

export function labels(
  vi: string,
  en: string,
): { singular: { vi: string; en: string }; plural: { vi: string; en: string } } {
  return { singular: label(vi, vi === en ? en : en.replace(/s$/, '')), plural: label(vi, en) }
}

export function options(entries: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(entries).map(([value, text]) => ({ value, label: text }))
}
