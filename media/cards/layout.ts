/** The card as a tree for satori: plain objects, because nothing else here needs JSX. */
import type { ReactNode } from 'react'
import { fitText } from './fitting'

export type Inks = { background: string; accent: string; onBackground: string; onAccent: string }

type Words = { title: string; lead: string; audience: string; label: string; width: number; height: number }

/** A Vietnamese capital carries two marks above and a dot below: any tighter and the lines touch each other. */
const TITLE_LINE = 1.44
const LEAD_LINE = 1.5

export function layOut(words: Words, inks: Inks): ReactNode {
  const unit = Math.min(words.width, words.height) / 100
  const page = {
    width: words.width,
    height: words.height,
    padding: 8 * unit,
    boxSizing: 'border-box',
    flexDirection: 'column',
    justifyContent: 'space-between',
  }
  const type = { fontFamily: 'Be Vietnam Pro', color: inks.onBackground, backgroundColor: inks.background }
  return box({ ...page, ...type }, [
    ...rings(unit, inks),
    audienceLabel(words.audience, { unit, inks }),
    middle(words, unit),
    footer(words.label, { unit, inks }),
  ])
}

function audienceLabel(audience: string, { unit, inks }: { unit: number; inks: Inks }): ReactNode {
  const shape = { backgroundColor: inks.accent, borderRadius: 6 * unit, padding: `${1.2 * unit}px ${3.4 * unit}px` }
  return box({}, [
    box({ ...shape, color: inks.onAccent, fontSize: 4.2 * unit, fontWeight: 700, lineHeight: 1.5 }, audience),
  ])
}

function middle({ title, lead, width, height }: Words, unit: number): ReactNode {
  const column = { width: width - 16 * unit, height: height - 40 * unit }
  const heading = fitText(title, {
    width: column.width,
    height: column.height * (lead ? 0.66 : 1),
    lineHeight: TITLE_LINE,
    largest: 11 * unit,
    smallest: 5 * unit,
  })
  const text = fitText(lead, {
    width: column.width,
    height: column.height * 0.34,
    lineHeight: LEAD_LINE,
    largest: 4.8 * unit,
    smallest: 3.4 * unit,
  })
  return box({ flexDirection: 'column' }, [
    box({ fontSize: heading.fontSize, fontWeight: 700, lineHeight: TITLE_LINE, textWrap: 'balance' }, heading.text),
    ...(lead
      ? [
          box(
            { fontSize: text.fontSize, lineHeight: LEAD_LINE, textWrap: 'balance', marginTop: 2 * unit, opacity: 0.92 },
            text.text,
          ),
        ]
      : []),
  ])
}

function footer(label: string, { unit, inks }: { unit: number; inks: Inks }): ReactNode {
  const bar = box({ width: 9 * unit, height: 1.1 * unit, backgroundColor: inks.accent, marginRight: 2.6 * unit }, '')
  return box({ alignItems: 'center', fontSize: 3.8 * unit, lineHeight: 1.5 }, [bar, box({}, label)])
}

/** Rings that spread from the corner: the campaign's mark. */
function rings(unit: number, inks: Inks): ReactNode[] {
  return [38, 25, 12].map((size) => {
    const place = {
      position: 'absolute',
      right: (-size / 2) * unit,
      top: (-size / 2) * unit,
      width: size * unit,
      height: size * unit,
    }
    return box(
      { ...place, borderRadius: size * unit, border: `${1.1 * unit}px solid ${inks.accent}`, opacity: 0.45 },
      '',
    )
  })
}

function box(style: Record<string, unknown>, children: ReactNode): ReactNode {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children }, key: null } as ReactNode
}
