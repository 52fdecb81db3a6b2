import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { Config } from 'payload'
import { environment } from '@/platform/env'

/** Undefined where no mail server is set: notifications then stay inside the admin, and the truth page says so. */
export function mailAdapter(): Config['email'] {
  const { SMTP_URL, MAIL_FROM } = environment()
  if (!SMTP_URL || !MAIL_FROM) return undefined
  return nodemailerAdapter({
    defaultFromAddress: MAIL_FROM,
    defaultFromName: 'Lan Tỏa',
    // A server that is away at start is no reason not to start: what it has to carry waits.
    skipVerify: true,
    transportOptions: { ...serverOf(new URL(SMTP_URL)), ...patience },
  })
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

function serverOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:'
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined
  return { host: hostname, port: Number(port) || (secure ? 465 : 587), secure, ...(auth ? { auth } : {}) }
}
