/** The Pages of the person who signed in; by the knob `businessPages` the last so many are owned by a business instead. */
import type { Desk, SandboxAnswer } from '../../contract'
import { graphError, ok } from '../answers/errors'
import { project } from '../answers/fields'
import { listPages, type Page } from '../state'
import type { Caller } from '../state/people'
import { describePage } from './page'

const BUSINESS = '880000000000001'

type Question = { caller: Caller; node: string; edge: string; query: URLSearchParams; desk: Desk; origin: string }

export function listAccounts({ caller, edge, query, desk, origin }: Question): SandboxAnswer {
  if (caller.is !== 'person') return noPerson()
  const all = listPages(desk).filter(({ id }) => caller.person.pages.includes(id))
  const ofBusiness = Math.min(all.length, desk.knob('facebook', 'businessPages', 0))
  const pages = edge === 'accounts' ? all.slice(0, all.length - ofBusiness) : all.slice(all.length - ofBusiness)
  return page(pages, { edge, query, desk, origin })
}

/** Needs a permission of its own, which the sign-in does not ask for unless there is such a business. */
export function listBusinesses({ caller, desk }: Question): SandboxAnswer {
  if (caller.is !== 'person') return noPerson()
  if (desk.knob('facebook', 'businessPages', 0) === 0)
    return graphError({ code: 100, message: '(#100) Missing Permission: business_management' })
  return ok({ data: [{ id: BUSINESS, name: 'Cơ quan chủ quản' }], paging: {} })
}

export function listBusinessPages(question: Question): SandboxAnswer {
  return question.edge === 'owned_pages' ? listAccounts(question) : ok({ data: [], paging: {} })
}

function page(pages: Page[], { edge, query, desk, origin }: Omit<Question, 'caller' | 'node'>): SandboxAnswer {
  const limit = Math.min(100, Number(query.get('limit') ?? 25), desk.knob('facebook', 'accountsPerPage', 100))
  const from = Number(query.get('after') ?? 0)
  const fields = query.get('fields') ?? 'name,access_token,tasks'
  const described = pages
    .slice(from, from + limit)
    .map((one) => project({ type: 'Page', values: describePage(one, { desk, origin }) }, fields))
  const refused = described.find((answer) => 'refusal' in answer)
  if (refused && 'refusal' in refused) return refused.refusal
  const end = from + described.length
  const next = end < pages.length ? { next: `${origin}/facebook/graph/v26.0/me/${edge}?after=${end}` } : {}
  const data = described.map((answer) => ('body' in answer ? answer.body : {}))
  return ok({ data, paging: { cursors: { before: String(from), after: String(end) }, ...next } })
}

function noPerson(): SandboxAnswer {
  return graphError({ code: 100, message: '(#100) Tried accessing nonexisting field (accounts) on node type (Page)' })
}
