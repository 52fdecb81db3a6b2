/** What `videos.insert` and `videos.update` say about a title, a description and the rest, before they take anything. */
import { z } from 'zod'
import type { SandboxAnswer } from '../../contract'
import { refuse } from '../answers'
import type { Metadata } from '../state'

const resource = z.object({
  snippet: z.object({
    title: z.string().default(''),
    description: z.string().default(''),
    tags: z.array(z.string()).default([]),
    categoryId: z.string().default(''),
    defaultLanguage: z.string().default(''),
    defaultAudioLanguage: z.string().default(''),
  }),
  status: z
    .object({
      privacyStatus: z.string().default('public'),
      publishAt: z.string().nullable().default(null),
      selfDeclaredMadeForKids: z.boolean().default(false),
      containsSyntheticMedia: z.boolean().default(false),
      embeddable: z.boolean().default(true),
      license: z.string().default('youtube'),
      publicStatsViewable: z.boolean().default(true),
    })
    .prefault({}),
})

type Rule = { reason: string; isBroken(metadata: Metadata): boolean }

const rules: readonly Rule[] = [
  {
    reason: 'invalidTitle',
    isBroken: ({ snippet }) =>
      snippet.title.trim() === '' || [...snippet.title].length > 100 || /[<>]/.test(snippet.title),
  },
  {
    reason: 'invalidDescription',
    isBroken: ({ snippet }) => Buffer.byteLength(snippet.description) > 5000 || /[<>]/.test(snippet.description),
  },
  { reason: 'invalidTags', isBroken: ({ snippet }) => countTags(snippet.tags) > 500 },
  { reason: 'invalidCategoryId', isBroken: ({ snippet }) => !/^\d{1,2}$/.test(snippet.categoryId) },
  {
    reason: 'invalidVideoMetadata',
    isBroken: ({ status }) => !['public', 'unlisted', 'private'].includes(status.privacyStatus),
  },
  {
    reason: 'invalidPublishAt',
    isBroken: ({ status }) =>
      status.publishAt !== null && (status.privacyStatus !== 'private' || Number.isNaN(Date.parse(status.publishAt))),
  },
]

/** What is not there takes the value of a video that nobody described: so an update wipes what it does not repeat. */
export function readMetadata(body: unknown): { metadata: Metadata } | { refusal: SandboxAnswer } {
  const parsed = resource.safeParse(body)
  if (!parsed.success) return { refusal: invalid('invalidVideoMetadata') }
  const broken = rules.find((rule) => rule.isBroken(parsed.data))
  if (broken) return { refusal: invalid(broken.reason) }
  return lacksLanguage(body) ? { refusal: invalid('defaultLanguageNotSet') } : { metadata: parsed.data }
}

const translated = z.object({ localizations: z.record(z.string(), z.unknown()) })

function lacksLanguage(body: unknown): boolean {
  const language = z.object({ snippet: z.object({ defaultLanguage: z.string().min(1) }) })
  return translated.safeParse(body).success && !language.safeParse(body).success
}

export function invalid(reason: string): SandboxAnswer {
  const message = `The request metadata is invalid: ${reason}.`
  return refuse({ status: 400, reason, message, domain: 'youtube.video' })
}

function countTags(tags: string[]): number {
  return tags.map((tag) => (tag.includes(' ') ? `"${tag}"` : tag)).join(',').length
}
