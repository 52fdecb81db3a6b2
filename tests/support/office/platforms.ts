/** The newsroom with every look-alike beside it, one clock for both, and our applications' keys where they are looked for. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lookalikes } from '@/sandbox'
import { APP } from '@/sandbox/facebook/state'
import { type Sandbox, startSandbox } from '@/sandbox/server'
import { application as google } from '@/sandbox/youtube/account/grants'
import { APPLICATION } from '@/sandbox/zalo/state'
import { type Office, openOffice } from '.'

export type Connected = Office & {
  sandbox: Sandbox
  /** Lets time pass, on the platforms too. */
  pass(seconds: number): Promise<void>
  /** An account at the look-alike, as a person made it there. */
  openAccount(platform: string, name: string): { account: string; credentials: Record<string, string> }
}

/** What a person copies out of each platform's console. */
export const applicationKeys: Readonly<Record<string, Record<string, string>>> = {
  facebook: { appId: APP.id, appSecret: APP.secret },
  zalo: { appId: APPLICATION.appId, appSecret: APPLICATION.appSecret },
  youtube: google,
}

export async function openConnected(file: string, variables: Record<string, string> = {}): Promise<Connected> {
  const directory = await mkdtemp(join(tmpdir(), 'lan-toa-connected-'))
  const clock = join(directory, 'clock')
  let offset = 0
  await writeFile(clock, '0')
  const now = () => new Date(Date.now() + offset)
  const sandbox = await startSandbox({ lookalikes, directory: join(directory, 'sandbox'), port: 0, now })
  const office = await openOffice(file, { ...sandbox.addresses, CLOCK_FILE: clock, ...variables })
  return {
    ...office,
    sandbox,
    async pass(seconds) {
      offset += seconds * 1000
      await writeFile(clock, String(offset))
    },
    openAccount(platform, name) {
      const lookalike = lookalikes.find((candidate) => candidate.platform === platform)
      if (!lookalike) throw new Error(`no look-alike for ${platform}`)
      return lookalike.open(sandbox.desk, name)
    },
    async close() {
      await office.close()
      await sandbox.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
