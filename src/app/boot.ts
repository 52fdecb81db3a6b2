/** What the web process needs before it answers: a right environment, its database and, where there is one, Redis. */
import '@/platform/env/at-boot'
import config from '@payload-config'
import { getPayload } from 'payload'
import { bootOrExit } from '@/platform/boot'
import { clockOf } from '@/platform/database'
import { isBuilding } from '@/platform/env'

if (!isBuilding())
  await bootOrExit(async () => {
    await clockOf(await getPayload({ config })).sync()
  })
