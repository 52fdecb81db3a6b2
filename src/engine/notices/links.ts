import type { Engine } from '..'

const pattern = /\/l\/([A-Za-z0-9]+)|%2Fl%2F([A-Za-z0-9]+)/gi

/** The codes of tracked links in a text, also inside an address that wraps them. */
export function codesIn(text: string): string[] {
  const codes = [...text.matchAll(pattern)].map(([, plain, wrapped]) => plain ?? wrapped ?? '')
  return [...new Set(codes)]
}

export function linksIn({ publicUrl }: Pick<Engine, 'publicUrl'>, text: string): string[] {
  return codesIn(text).map((code) => `${publicUrl}/l/${code}`)
}
