/** A mongod that is a replica set of one, for tests and `npm run journey -- --stack production`. */
import { mkdirSync } from 'node:fs'
import mongoose from 'mongoose'
import { provideMongod } from './servers/mongod-program.mjs'
import { findFreePort } from './servers/ports.mjs'
import { startServer } from './servers/server-process.mjs'

// The driver that Payload's adapter brings.
const { MongoClient } = mongoose.mongo
const alreadyInitialized = 23

/**
 * The folder must be fresh, or used with the same port before: a member under another address never becomes primary.
 * @param {{ directory: string, port?: number }} options
 * @returns {Promise<{ url: string, port: number, pid: number | undefined, stop: () => Promise<void> }>}
 */
export async function startMongo({ directory, port }) {
  const usedPort = port ?? (await findFreePort(27_117))
  mkdirSync(directory, { recursive: true })
  const listening = ['--port', String(usedPort), '--bind_ip', '127.0.0.1', '--nounixsocket']
  const server = await startServer({
    name: 'mongod',
    program: await provideMongod(),
    argumentList: ['--replSet', 'rs0', '--dbpath', directory, ...listening, '--wiredTigerCacheSizeGB', '0.5'],
    isReady: () => isPrimary(usedPort),
  })
  return { url: `mongodb://127.0.0.1:${usedPort}/lantoa?replicaSet=rs0`, port: usedPort, ...server }
}

/** Initiates the replica set as soon as the server answers. @param {number} port */
async function isPrimary(port) {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 300,
  })
  try {
    const admin = client.db('admin')
    const hello = await admin.command({ hello: 1 })
    if (hello.isWritablePrimary) return true
    if (!hello.setName)
      await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
    return false
  } catch (error) {
    if (Object(error).code === alreadyInitialized || Object(error).code === undefined) return false
    throw error
  } finally {
    await client.close()
  }
}
