/**
 * A whole newsroom on a real database: a parent, an organization, its child and a foreign one, a person for every role,
 * a connected channel of our own website section, and everybody reached over REST.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import type { Engine } from '@/engine'
import { databaseFor } from '../services'
import { type RunningSite, runSite } from '../site'
import { emailOf, type Houses, makeHouses, makePeople, password, type People, type PersonName } from './people'
import { type Answer, type Caller, callerOn, type Row } from './rest'
import { type ArticleFields, articleFields, makeMedium, makeVocabulary, type Vocabulary } from './things'

export { emailOf, password, persons, type PersonName } from './people'
export type { Answer, Body, Caller, Row } from './rest'
export { picture } from './things'

export type Office = Houses &
  Vocabulary & {
    config: SanitizedConfig
    payload: Payload
    engine: Engine
    section: RunningSite
    mediaDirectory: string
    people: People
    medium: string
    /** A connected channel of the organization, the child and the foreign one. */
    channel: string
    childChannel: string
    foreignChannel: string
    asPerson(name: PersonName): Caller
    visitor: Caller
    articleFields(over?: ArticleFields): ArticleFields
    /** A draft of the organization, written by the reporter over REST. */
    writeArticle(over?: ArticleFields): Promise<Row>
    close(): Promise<void>
  }

/** The environment has to be set before anything of ours is imported; more of it may be given. */
export async function openOffice(file: string, variables: Record<string, string> = {}): Promise<Office> {
  const mediaDirectory = await mkdtemp(join(tmpdir(), 'lan-toa-office-'))
  Object.assign(
    process.env,
    await databaseFor(file),
    { MEDIA_DIRECTORY: mediaDirectory, LOG_LEVEL: 'silent' },
    variables,
  )
  const [{ default: given }, { getPayload }, { engineOf }] = await Promise.all([
    import('@payload-config'),
    import('payload'),
    import('@/engine'),
  ])
  const config = await given
  const payload = await getPayload({ config, disableOnInit: true })
  const engine = engineOf(payload)
  const [houses, vocabulary, section] = [await makeHouses(payload), await makeVocabulary(payload), await runSite()]
  const people = await makePeople(payload, houses)
  const connect = (organization: string) => connectChannel(engine, { organization, section })
  const asPerson = withLogins(config)
  const fields = (over?: ArticleFields) => articleFields({ ...houses, ...vocabulary }, over)
  return {
    ...houses,
    ...vocabulary,
    config,
    payload,
    engine,
    section,
    mediaDirectory,
    people,
    asPerson,
    medium: await makeMedium(engine, houses),
    channel: await connect(houses.organization),
    childChannel: await connect(houses.child),
    foreignChannel: await connect(houses.foreign),
    visitor: callerOn(config, async () => null),
    articleFields: fields,
    writeArticle: async (over) => docOf(await asPerson('reporter').post('/articles', fields(over))),
    close: async () => {
      await payload.destroy()
      await section.close()
      await rm(mediaDirectory, { recursive: true, force: true })
    },
  }
}

/** @throws Error with the whole answer when the document was refused. */
export function docOf({ status, body, text }: Answer): Row {
  if (!body.doc) throw new Error(`${status} ${text}`)
  return body.doc
}

export function codesOf({ body }: Answer): string[] {
  return (body.errors ?? []).map(({ code }) => code)
}

/** Everybody logs in once. */
function withLogins(config: SanitizedConfig): (name: PersonName) => Caller {
  const tokens = new Map<PersonName, Promise<string>>()
  const login = async (name: PersonName) => {
    const caller = callerOn(config, async () => null)
    const { body, text } = await caller.post('/users/login', { email: emailOf(name), password })
    if (typeof body['token'] !== 'string') throw new Error(text)
    return body['token']
  }
  return (name) =>
    callerOn(config, () => {
      const known = tokens.get(name) ?? login(name)
      tokens.set(name, known)
      return known
    })
}

async function connectChannel(
  engine: Engine,
  { organization, section }: { organization: string; section: RunningSite },
): Promise<string> {
  const { id } = await engine.payload.create({
    collection: 'channels',
    data: {
      name: `Chuyên trang ${organization.slice(-4)}`,
      platform: 'site',
      organization,
      externalId: 'site',
      url: section.origin,
      credentials: { address: section.origin, token: section.site.token },
    } as never,
    depth: 0,
  })
  await engine.rows.update('channels', { id: String(id) }, { state: 'connected', checkedAt: new Date() })
  return String(id)
}
