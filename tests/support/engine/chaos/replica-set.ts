/** A replica set of three, which elects another primary when it is told to, or when the one it has is killed. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import mongoose from 'mongoose'
import { provideMongod } from '@/platform/launch/servers/mongod-program.mjs'
import { findFreePort } from '@/platform/launch/servers/ports.mjs'
import { startServer } from '@/platform/launch/servers/server-process.mjs'

const { MongoClient } = mongoose.mongo

const MEMBERS = 3
const FIRST_PORT = 27_217
/** The one that steps down stands back for so long. */
const BACK_SECONDS = 10

type Member = { port: number; directory: string; server: Awaited<ReturnType<typeof startServer>> }

export type ReplicaSet = {
  url: string
  /** The primary steps down; the others elect. */
  elect(): Promise<void>
  /** kill -9 of the primary, and up again as a secondary. */
  killPrimary(): Promise<void>
  stop(): Promise<void>
}

export async function startReplicaSet(directory: string): Promise<ReplicaSet> {
  const members: Member[] = []
  while (members.length < MEMBERS) {
    const port = await findFreePort((members.at(-1)?.port ?? FIRST_PORT - 1) + 1)
    members.push(await startMember(join(directory, String(members.length)), port))
  }
  await initiate(members)
  const hosts = members.map(({ port }) => `127.0.0.1:${port}`).join(',')
  return {
    url: `mongodb://${hosts}/lantoa?replicaSet=rs0`,
    async elect() {
      const primary = await findPrimary(members)
      // The answer is lost with the connection, as it would be in an outage.
      await ask(primary.port, { replSetStepDown: BACK_SECONDS, secondaryCatchUpPeriodSecs: 5 }).catch(() => undefined)
      await findPrimary(members)
    },
    async killPrimary() {
      const primary = await findPrimary(members)
      process.kill(Number(primary.server.pid), 'SIGKILL')
      await findPrimary(members.filter((member) => member !== primary))
      Object.assign(primary, await startMember(primary.directory, primary.port))
    },
    async stop() {
      await Promise.all(members.map(({ server }) => server.stop()))
    },
  }
}

async function startMember(directory: string, port: number): Promise<Member> {
  mkdirSync(directory, { recursive: true })
  const listening = ['--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket']
  const server = await startServer({
    name: 'mongod',
    program: await provideMongod(),
    argumentList: ['--replSet', 'rs0', '--dbpath', directory, ...listening, '--wiredTigerCacheSizeGB', '0.25'],
    isReady: () =>
      ask(port, { hello: 1 }).then(
        () => true,
        () => false,
      ),
  })
  return { port, directory, server }
}

async function initiate(members: readonly Member[]): Promise<void> {
  const hosts = members.map(({ port }, place) => ({ _id: place, host: `127.0.0.1:${port}` }))
  // Elections in two seconds instead of ten: it is what follows that is looked at.
  const settings = { electionTimeoutMillis: 2_000 }
  await ask(members[0]?.port ?? FIRST_PORT, { replSetInitiate: { _id: 'rs0', members: hosts, settings } })
  await findPrimary(members)
}

async function findPrimary(members: readonly Member[]): Promise<Member> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const answers = await Promise.all(members.map(({ port }) => ask(port, { hello: 1 }).catch(() => null)))
    const primary = members.find((_member, place) => answers[place]?.['isWritablePrimary'])
    if (primary) return primary
    await setTimeout(200)
  }
  throw new Error('no primary was elected')
}

async function ask(port: number, command: object): Promise<Record<string, unknown>> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 500,
  })
  try {
    return await client.db('admin').command({ ...command })
  } finally {
    await client.close()
  }
}
