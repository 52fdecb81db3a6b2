/** Any value as lines that a person reads: texts as they are, each under its name. */
export function show(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.includes('\n') ? `\n${indent(value, depth)}` : value
  return value === null || typeof value !== 'object' ? String(value) : showEntries(value, depth)
}

function showEntries(value: object, depth: number): string {
  const entries = Object.entries(value)
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}'
  const lines = entries.map(([name, inner]) => `${'  '.repeat(depth)}${name}: ${show(inner, depth + 1)}`)
  return depth === 0 ? lines.join('\n') : `\n${lines.join('\n')}`
}

/** Every line ends with a bar too, so that blanks at either end are seen. */
function indent(text: string, depth: number): string {
  return text
    .split('\n')
    .map((line) => `${'  '.repeat(depth)}|${line}|`)
    .join('\n')
}
