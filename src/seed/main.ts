/** Training data: an organization, people in every role, a real plan and sample content, approved and scheduled. */
import '@/platform/env/at-boot'
import config from '@payload-config'
import { getPayload } from 'payload'
import { engineOf } from '@/engine'
import { environment } from '@/platform/env'
import { items } from './sample'
import { seedChannels } from './steps/channels'
import { type Seeded, seedItem } from './steps/content'
import { seedPeople } from './steps/people'
import { seedPlan } from './steps/plan'
import { publishItem, waitForRenditions } from './steps/publish'
import { readVocabulary } from './steps/vocabulary'

if (!environment().TRAINING) {
  process.stderr.write('Dữ liệu tập huấn không được nạp vào hệ thống thật.\n')
  process.exit(1)
}

const payload = await getPayload({ config, disableOnInit: true })
const engine = engineOf(payload)
const vocabulary = await readVocabulary(payload)
const people = await seedPeople(payload)
const { tasks, campaign } = await seedPlan(payload, { organization: people.organization, vocabulary })
const channels = await seedChannels(engine, people)
const seeded: Seeded[] = []
for (const item of items)
  seeded.push(await seedItem({ payload, people, vocabulary, campaign, task: tasks['I.2'] }, item))
await waitForRenditions(engine)
for (const item of seeded) await publishItem(engine, item, { people, channels })

process.stdout.write(`${JSON.stringify({ logins: people.logins, items: seeded.length })}\n`)
await payload.destroy()
process.exit(0)
