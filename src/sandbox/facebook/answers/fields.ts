/** `fields=id,attachments{url},reactions.summary(total_count).limit(0)`: only the names on the top level matter here. */
import type { SandboxAnswer } from '../../contract'
import { badParameter } from './errors'

const NESTED = /\{[^{}]*\}|\([^()]*\)/g

export function readFieldNames(text: string): string[] {
  const flat = text.replaceAll(NESTED, '').replaceAll(NESTED, '')
  return flat.split(',').flatMap((field) => field.split('.')[0] || [])
}

/** Asking for a field that the node does not have fails the whole request; ids always come. */
export function project(
  node: { type: string; values: Record<string, unknown> },
  asked: string,
): { refusal: SandboxAnswer } | { body: Record<string, unknown> } {
  const names = readFieldNames(asked)
  const unknown = names.find((name) => !(name in node.values))
  if (unknown)
    return { refusal: badParameter(`Tried accessing nonexisting field (${unknown}) on node type (${node.type})`) }
  const entries = ['id', ...names].map((name) => [name, node.values[name]] as const)
  return { body: Object.fromEntries(entries.filter(([, value]) => value !== undefined)) }
}
