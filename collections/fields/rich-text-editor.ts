import { HeadingFeature, lexicalEditor } from '@payloadcms/richtext-lexical'

/** No channel can show these; what was made with them would be lost on the way without a word. */
const neverGoesOut: ReadonlySet<string> = new Set([
  'relationship',
  'checklist',
  'horizontalRule',
  'align',
  'indent',
  'subscript',
  'superscript',
  'inlineCode',
])

/** Offers what goes out and nothing else; the title of the item is the first heading of every page. */
export const richTextEditor = lexicalEditor({
  features: ({ defaultFeatures }) => [
    ...defaultFeatures.filter(({ key }) => key !== 'heading' && !neverGoesOut.has(key)),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
  ],
})
