/**
 * `npm run bench`, or only some of it: `npm run bench -- drivers upload burst worker`. Figures compare things of one run
 * with each other; they are never part of a test.
 */
import { parseArgs } from 'node:util'
import { benchDrivers } from './drivers'
import { benchEngine } from './engine'
import { benchUpload } from './upload'

const all = ['drivers', 'upload', 'burst', 'worker']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { megabytes: { type: 'string', default: '1024' } },
})
const unknown = positionals.filter((part) => !all.includes(part))
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join(', ')}"; there are: ${all.join(', ')}.\n`)
  process.exit(1)
}
const parts = positionals.length > 0 ? positionals : all
if (parts.includes('drivers')) await benchDrivers()
if (parts.includes('upload')) await benchUpload(Number(values.megabytes))
if (parts.includes('burst') || parts.includes('worker')) await benchEngine(parts)
process.exit(0)
