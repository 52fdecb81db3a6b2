/**
 * `npm run bench`, or only some of it: `npm run bench -- drivers upload burst crew worker`. Figures compare things of one run
 * with each other; they are never part of a test.
 */
import { parseArgs } from 'node:util'
import { benchDrivers } from './drivers'
import { benchEngine } from './engine'
import { benchUpload } from './upload'

const all = ['drivers', 'upload', 'burst', 'crew', 'sweep', 'worker']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: 'string', default: '1024' },
    /** Of the burst that is answered at once, and of the one that is answered after 150 ms. */
    posts: { type: 'string', default: '1000' },
    'slow-posts': { type: 'string', default: '200' },
    /** The most that wait when the timetable is looked at. */
    rows: { type: 'string', default: '1000000' },
  },
})
const unknown = positionals.filter((part) => !all.includes(part))
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join(', ')}"; there are: ${all.join(', ')}.\n`)
  process.exit(1)
}
const parts = positionals.length > 0 ? positionals : all
if (parts.includes('drivers')) await benchDrivers()
if (parts.includes('upload')) await benchUpload(Number(values.megabytes))
const engineParts = parts.filter((part) => ['burst', 'crew', 'sweep', 'worker'].includes(part))
if (engineParts.length > 0)
  await benchEngine({
    parts: engineParts,
    posts: Number(values.posts),
    slowPosts: Number(values['slow-posts']),
    rows: Number(values.rows),
  })
process.exit(0)
