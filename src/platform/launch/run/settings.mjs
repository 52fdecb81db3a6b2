/** What training mode makes up once and keeps: its secrets, and what was seeded. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ role: string, email: string, password: string }} Login
 * @typedef {{ logins: Login[] }} Seeded
 * @typedef {{ APP_SECRET: string, ENCRYPTION_KEY: string, seeded?: Seeded }} Settings
 */

/**
 * @param {string} directory
 * @returns {Settings}
 */
export function readSettings(directory) {
  const file = join(directory, 'training.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const secret = () => randomBytes(32).toString('hex')
  return writeSettings(directory, { APP_SECRET: secret(), ENCRYPTION_KEY: secret() })
}

/**
 * @param {string} directory
 * @param {Settings} settings
 */
export function writeSettings(directory, settings) {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'training.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return settings
}

/** Any of these makes it a real system. */
export const productionVariables = ['DATABASE_URL', 'REDIS_URL', 'APP_SECRET', 'ENCRYPTION_KEY', 'PUBLIC_URL']

/** @param {Record<string, string | undefined>} variables */
export function isTraining(variables) {
  return productionVariables.every((name) => !variables[name])
}
