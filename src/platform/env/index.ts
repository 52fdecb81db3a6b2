/** The only place that reads the environment. One schema; every problem is told at once. */
import { z } from 'zod'
import { ConfigurationError } from '../errors'

function isOn(value: string): boolean {
  return value === '1' || value === 'true'
}

const secret = (name: string) =>
  z
    .string({ error: `${name}: chưa đặt; cần một chuỗi ngẫu nhiên ít nhất 32 ký tự` })
    .min(32, `${name}: cần ít nhất 32 ký tự ngẫu nhiên`)

const flag = z.enum(['0', '1', 'true', 'false']).default('0').transform(isOn)

const schema = z.object({
  DATABASE_URL: z
    .string({ error: 'DATABASE_URL: chưa đặt; ví dụ mongodb://máy-chủ/lantoa?replicaSet=rs0 hoặc postgres://…' })
    .regex(/^(mongodb(\+srv)?|postgres(ql)?):\/\//, 'DATABASE_URL: phải bắt đầu bằng mongodb:// hoặc postgres://'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'REDIS_URL: phải bắt đầu bằng redis:// hoặc rediss://')
    .optional(),
  APP_SECRET: secret('APP_SECRET'),
  ENCRYPTION_KEY: secret('ENCRYPTION_KEY'),
  /** Only while the key is being replaced: what is still encrypted with it can be read. */
  ENCRYPTION_KEY_OLD: secret('ENCRYPTION_KEY_OLD').optional(),
  PUBLIC_URL: z.url({ error: 'PUBLIC_URL: chưa đặt hoặc không phải địa chỉ web, ví dụ https://attt.tinh.gov.vn' }),
  PORT: z.coerce
    .number({ error: 'PORT: phải là số' })
    .int()
    .min(0)
    .max(65_535, 'PORT: phải nhỏ hơn 65536')
    .default(3000),
  TZ_DEFAULT: z.string().default('Asia/Ho_Chi_Minh'),
  MEDIA_DIRECTORY: z.string().default('media/uploads'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'LOG_LEVEL: debug, info, warn, error hoặc silent' })
    .default('info'),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]+$/i, 'QUEUE_PREFIX: chỉ chữ, số, gạch')
    .default('lantoa'),
  GRAPHQL: flag,
  /** Opens /api/metrics to whoever sends it; without it the address does not exist. */
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN: cần ít nhất 16 ký tự ngẫu nhiên').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL: phải bắt đầu bằng smtp:// hoặc smtps://')
    .optional(),
  MAIL_FROM: z.email({ error: 'MAIL_FROM: phải là một địa chỉ thư, ví dụ lan-toa@tinh.gov.vn' }).optional(),
  /** What this release is called; the truth page shows it beside every worker. */
  VERSION: z.string().default('local'),
  TRAINING: flag,
  /** Training only: where the look-alike platforms are, for the seed. */
  SANDBOX_URL: z.url().optional(),
  /** Tests only: a file that holds the number of milliseconds by which the clock is moved. */
  CLOCK_FILE: z.string().optional(),
})

/** Every variable of the schema; the drivers name their own base addresses. */
export const variableNames: readonly string[] = Object.keys(schema.shape)

/** What only two variables together can get wrong; told beside the rest, not after it. */
function problemsTogether(variables: Variables): string[] {
  const { DATABASE_URL = '', REDIS_URL, CLOCK_FILE } = variables
  const { SMTP_URL, MAIL_FROM, TRAINING = '0' } = variables
  const isMongo = DATABASE_URL.startsWith('mongodb')
  const hasSet = /[?&]replicaSet=/.test(DATABASE_URL) || DATABASE_URL.startsWith('mongodb+srv')
  const checks: [boolean, string][] = [
    [isMongo && !REDIS_URL, 'REDIS_URL: MongoDB cần Redis cho hàng đợi; hãy đặt REDIS_URL=redis://…'],
    [
      isMongo && !hasSet,
      'DATABASE_URL: MongoDB phải chạy replica set; thêm ?replicaSet=rs0 (không có thì giao dịch bị tắt ngầm)',
    ],
    [
      isSameKeyTwice(variables),
      'ENCRYPTION_KEY_OLD: giống hệt ENCRYPTION_KEY; hãy đặt khóa mới vào ENCRYPTION_KEY, khóa cũ vào ENCRYPTION_KEY_OLD',
    ],
    [Boolean(SMTP_URL) !== Boolean(MAIL_FROM), 'SMTP_URL và MAIL_FROM: hãy đặt cả hai, hoặc bỏ trống cả hai'],
    [Boolean(CLOCK_FILE) && !isOn(TRAINING), 'CLOCK_FILE: chỉ dùng trong chế độ tập huấn và kiểm thử (TRAINING=1)'],
  ]
  return checks.filter(([isWrong]) => isWrong).map(([, problem]) => problem)
}

function isSameKeyTwice({ ENCRYPTION_KEY, ENCRYPTION_KEY_OLD }: Variables): boolean {
  return ENCRYPTION_KEY !== undefined && ENCRYPTION_KEY === ENCRYPTION_KEY_OLD
}

export type Environment = Omit<z.infer<typeof schema>, never> & { databaseKind: 'mongodb' | 'postgres' }

type Variables = Record<string, string | undefined>

/** @throws ConfigurationError with all problems. */
export function readEnvironment(variables: Variables): Environment {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(filled)
  const problems = [...(parsed.error?.issues ?? []).map(({ message }) => message), ...problemsTogether(filled)]
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems)
  return { ...parsed.data, databaseKind: parsed.data.DATABASE_URL.startsWith('mongodb') ? 'mongodb' : 'postgres' }
}

/** For a process that refuses to run beside a real system before it knows anything else. */
export function rawEnvironment(): Variables {
  return process.env
}

let known: Environment | undefined

export function environment(): Environment {
  known ??= readEnvironment(isBuilding() ? buildVariables : process.env)
  return known
}

/** Base addresses of a platform: the driver's own default unless its variable is set. */
export function readAddresses(
  specs: Readonly<Record<string, { variable: string; fallback: string }>>,
): Record<string, string> {
  const entries = Object.entries(specs).map(([name, { variable, fallback }]) => [
    name,
    (process.env[variable] ?? fallback).replace(/\/$/, ''),
  ])
  return Object.fromEntries(entries)
}

/** What is set of the variables that a driver names, by its own names for them. */
export function readVariables(names: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(names).map(([name, variable]) => [name, process.env[variable] ?? ''])
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** `next build` evaluates the configuration without a database to talk to. */
export function isBuilding(): boolean {
  return process.env.NEXT_PHASE === 'phase-production-build'
}

const buildVariables: Variables = {
  DATABASE_URL: 'postgres://build@127.0.0.1:1/build',
  APP_SECRET: 'only-while-building-only-while-building',
  ENCRYPTION_KEY: 'only-while-building-only-while-building',
  PUBLIC_URL: 'http://localhost:3000',
}
