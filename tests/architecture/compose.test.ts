import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '@/platform/launch/setup/root.mjs'

type Service = {
  image?: string
  command?: string[]
  entrypoint?: string[]
  environment?: Record<string, string>
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
  volumes?: string[]
  restart?: string
}

const text = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8')
const { services, volumes } = parse(text, { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const wordsOf = (name: string) => [...partsOf(services[name]).entrypoint, ...partsOf(services[name]).command].join(' ')
const partsOf = (service: Service | undefined) => ({
  entrypoint: [],
  command: [],
  volumes: [],
  environment: {},
  ...service,
})
const secrets = ['APP_SECRET', 'ENCRYPTION_KEY', 'PUBLIC_URL', 'MONGO_PASSWORD', 'REDIS_PASSWORD']
const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0

describe('docker-compose.yml', () => {
  it('runs two servers, one migration, web and worker', () => {
    expect(Object.keys(services).toSorted()).toEqual(['migrate', 'mongo', 'redis', 'web', 'worker'])
  })

  it('pins the servers to a version', () => {
    expect(services['mongo']?.image).toMatch(/^mongo:8\.0\.\d+$/)
    expect(services['redis']?.image).toMatch(/^redis:7\.4/)
  })

  it('runs MongoDB as a replica set that initiates itself', () => {
    expect(wordsOf('mongo')).toContain('--replSet rs0')
    expect(services['mongo']?.healthcheck?.test.join(' ')).toMatch(/rs\.initiate\(.*isWritablePrimary/s)
    expect(services['web']?.environment?.['DATABASE_URL']).toContain('replicaSet=rs0')
  })

  it('lets Redis lose and evict nothing', () => {
    expect(wordsOf('redis')).toContain('--appendonly yes')
    expect(wordsOf('redis')).toContain('--maxmemory-policy noeviction')
    expect(services['redis']?.healthcheck?.test.join(' ')).toContain('ping')
  })

  it('migrates once before web and worker start', () => {
    expect(services['migrate']).toMatchObject({
      restart: 'no',
      depends_on: { mongo: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } },
    })
    const afterwards = { depends_on: { migrate: { condition: 'service_completed_successfully' } } }
    expect(services).toMatchObject({ web: afterwards, worker: afterwards })
  })

  it('keeps data in named volumes', () => {
    const used = ['mongo', 'redis', 'web', 'worker'].flatMap((name) =>
      (services[name]?.volumes ?? []).map((volume) => volume.split(':')[0]),
    )
    expect(new Set(used)).toEqual(new Set(Object.keys(volumes)))
    expect(services['web']?.volumes).toEqual(services['worker']?.volumes)
  })

  it('has no default for any secret', () => {
    for (const name of secrets) {
      const uses = [...text.matchAll(new RegExp(`\\$\\{${name}\\b([^}]*)\\}`, 'g'))].map(([, rest]) => rest ?? '')
      expect(uses.length, name).toBeGreaterThan(0)
      for (const rest of uses) expect(rest, name).toMatch(/^:\?/)
    }
    expect(text).not.toMatch(/(PASSWORD|SECRET|KEY): *['"]?[a-z0-9]/i)
  })

  it('never runs the look-alikes', () => expect(text).not.toMatch(/sandbox|TRAINING/))

  it.skipIf(!hasCompose)(
    'is accepted by docker compose, and refused without its secrets [needs docker compose]',
    () => {
      const given = Object.fromEntries(secrets.map((name) => [name, 'given-by-the-test']))
      const config = (env: Record<string, string>) =>
        spawnSync('docker', ['compose', '--env-file', '/dev/null', 'config', '--quiet'], {
          cwd: projectRoot,
          env: { PATH: process.env['PATH'], HOME: '/tmp', ...env } as unknown as NodeJS.ProcessEnv,
        })
      expect(config(given).stderr.toString()).toBe('')
      expect(config({}).status).not.toBe(0)
    },
  )
})
