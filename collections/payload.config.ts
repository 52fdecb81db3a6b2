import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { databaseAdapter } from '@/platform/database/adapter'
import { environment } from '@/platform/env'
import { logger } from '@/platform/logger'
import { applications } from './applications'
import { articles } from './articles'
import { attempts } from './attempts'
import { audiences } from './audiences'
import { audit } from './audit'
import { budgets } from './budgets'
import { campaigns } from './campaigns'
import { channelsCollection } from './channels'
import { clips } from './clips'
import { corrections } from './corrections'
import { counters } from './counters'
import { switchEndpoints } from './endpoints/pause-verbs'
import { operationsEndpoints } from './endpoints/operations-verbs'
import { richTextEditor } from './fields/rich-text-editor'
import { strictText } from './fields/strict-text'
import { handbooks } from './handbooks'
import { answerErrors } from './hooks/answer-errors'
import { incidents } from './incidents'
import { infographics } from './infographics'
import { mailAdapter } from './mail'
import { media } from './media'
import { notices } from './notices'
import { notifications } from './notifications'
import { organizations } from './organizations'
import { pages } from './pages'
import { pauses } from './pauses'
import { plans } from './plans'
import { publications } from './publications'
import { quotas } from './quotas'
import { readings } from './readings'
import { recalls } from './recalls'
import { signIns } from './sign-ins'
import { tasks } from './tasks'
import { topics } from './topics'
import { users } from './users'
import { workers } from './workers'

const { APP_SECRET, PUBLIC_URL, GRAPHQL } = environment()

const mail = mailAdapter()

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

export default buildConfig({
  secret: APP_SECRET,
  serverURL: PUBLIC_URL,
  db: databaseAdapter(),
  editor: richTextEditor,
  i18n: {
    supportedLanguages: { vi, en },
    fallbackLanguage: 'vi',
    // Payload's "published" is our approval (docs/decisions/2026-11-22-approval-instead-of-publish.md): nothing is out by it.
    translations: {
      vi: { version: { published: 'Đã duyệt', changed: 'Đã sửa sau khi duyệt' } },
      en: { version: { published: 'Approved', changed: 'Changed since approval' } },
    },
  },
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'HH:mm dd/MM/yyyy',
    importMap: { baseDir: `${root}/src`, importMapFile: `${root}/src/app/(payload)/admin/importMap.js` },
    meta: { titleSuffix: ' · Lan Tỏa' },
    components: {
      header: ['@/admin/operations/banner#Banner'],
      beforeLogin: ['@/admin/operations/banner#TrainingBanner'],
      actions: ['@/admin/operations/bell#Bell'],
      beforeNavLinks: ['@/admin/operations/nav-link#TruthLink'],
      views: { operations: { Component: '@/admin/operations/view#OperationsView', path: '/van-hanh' } },
      graphics: { Logo: '@/admin/logo#Logo', Icon: '@/admin/logo#Icon' },
    },
  },
  collections: [
    articles,
    clips,
    infographics,
    handbooks,
    media,
    audiences,
    topics,
    publications,
    channelsCollection,
    applications,
    plans,
    tasks,
    quotas,
    campaigns,
    organizations,
    users,
    attempts,
    readings,
    audit,
    notifications,
    pages,
    pauses,
    workers,
    budgets,
    signIns,
    notices,
    counters,
    incidents,
    recalls,
    corrections,
  ],
  plugins: [strictText],
  endpoints: [...switchEndpoints, ...operationsEndpoints],
  hooks: { afterError: [answerErrors] },
  ...(mail ? { email: mail } : {}),
  graphQL: { disable: !GRAPHQL, disablePlaygroundInProduction: true },
  upload: {
    limits: { fileSize: 2 * 1024 ** 3 },
    abortOnLimit: true,
    useTempFiles: true,
    tempFileDir: '/tmp/lan-toa-uploads',
  },
  // `npm run check` writes them. By itself Payload would start a process for it beside every worker of a test.
  typescript: { outputFile: `${root}/collections/payload-types.ts`, autoGenerate: false },
  logger,
  telemetry: false,
})
