import type { Payload } from 'payload'
import plans from '../data/plans.json'
import { ensure } from '../ensure'
import type { Vocabulary } from './vocabulary'

type Source = { organization: string; vocabulary: Vocabulary }

/** Kon Tum's plan with its tasks, and the quotas that its own notes name. */
export async function seedPlan(
  payload: Payload,
  { organization, vocabulary }: Source,
): Promise<{ plan: string; tasks: Readonly<Record<string, string>>; campaign: string }> {
  const source = plans.plans.find(({ id }) => id === 'kon-tum-3630-2021')
  if (!source) throw new Error('the plan is not in the data')
  const plan = await ensure(payload, 'plans', {
    where: { number: { equals: source.number } },
    data: {
      title: source.title,
      number: source.number,
      issuedOn: source.issued,
      issuer: source.issuer,
      signer: source.signed_by,
      from: `${source.period.from}-01-01`,
      to: `${source.period.to}-12-31`,
      organization,
    },
  })
  const tasks: Record<string, string> = {}
  for (const task of source.tasks) {
    tasks[task.code] = await ensure(payload, 'tasks', {
      where: { and: [{ plan: { equals: plan } }, { code: { equals: task.code } }] },
      data: taskOf(task, { plan, organization }),
    })
  }
  await seedQuotas(payload, { plan, organization, tasks, vocabulary })
  return { plan, tasks, campaign: await seedCampaign(payload, organization, tasks) }
}

type Task = (typeof plans.plans)[number]['tasks'][number]

function taskOf(task: Task, owner: { plan: string; organization: string }): Record<string, unknown> {
  const { code, group, product, note } = task
  return {
    ...owner,
    ...periodOf(task),
    code,
    group,
    product,
    note,
    text: task.title,
    leads: String(task.lead).split('; '),
    coordinators: task.coordinating ?? [],
    budgetLines: budgetOf(task),
  }
}

function periodOf({ period }: Task): Record<string, unknown> {
  if (typeof period === 'string') return { period }
  return { period: period?.text, from: monthStart(period?.from), to: monthStart(period?.to) }
}

function budgetOf({ budget_source: source, budget_vnd: planned }: Task): Record<string, unknown>[] {
  return planned || source ? [{ source, planned: planned ?? undefined }] : []
}

function monthStart(text: string | null | undefined): string | undefined {
  if (!text) return undefined
  return `${text.length === 4 ? `${text}-01` : text}-01`
}

/** The plan ended with 2025; its rhythm is kept as the template that the demonstration counts against. */
async function seedQuotas(
  payload: Payload,
  { plan, organization, tasks, vocabulary }: Source & { plan: string; tasks: Record<string, string> },
): Promise<void> {
  const { elderly, youth } = vocabulary.audiences
  const monthly = { plan, organization, per: 'month', count: 2 }
  const quotas = [
    { title: 'Định mức 2 bài/tháng cho người cao tuổi', task: tasks['II.1'], audiences: [elderly] },
    { title: 'Định mức 2 nội dung video/tháng (nhiệm vụ I.4)', task: tasks['I.4'], kinds: ['clips'] },
    {
      title: 'Định mức 4 tin, bài/tháng trên chuyên trang (nhiệm vụ I.2)',
      task: tasks['I.2'],
      count: 4,
      kinds: ['articles'],
      platforms: ['site'],
    },
    {
      title: 'Định mức 2 bài/tháng cho thanh thiếu niên trên Zalo',
      task: tasks['I.2'],
      audiences: [youth],
      platforms: ['zalo'],
    },
  ]
  for (const quota of quotas) {
    await ensure(payload, 'quotas', { where: { title: { equals: quota.title } }, data: { ...monthly, ...quota } })
  }
}

function seedCampaign(payload: Payload, organization: string, tasks: Record<string, string>): Promise<string> {
  return ensure(payload, 'campaigns', {
    where: { slug: { equals: 'cham-ma-chac' } },
    data: {
      name: 'Chậm mà chắc',
      slug: 'cham-ma-chac',
      organization,
      theme: 'Phòng, chống lừa đảo trực tuyến',
      slogan: 'Chậm - Chặn - Chắn',
      hashtags: ['#ChamMaChac', '#AnToanThongTin'],
      tasks: [tasks['I.2'], tasks['I.4']].filter(Boolean),
    },
  })
}
