/** Runs the measurements: a table for people, then one line of JSON for machines. */
import { join } from 'node:path'
import { benchProgrammes } from './programmes.ts'

const results = [...benchProgrammes(join(import.meta.dirname, '../..'))]
console.table(
  results.map(({ name, ms, range, ratio }) => ({
    work: name,
    'median ms': ms,
    'fastest ms': range[0],
    'slowest ms': range[1],
    'times one': ratio,
  })),
)
console.log(JSON.stringify({ node: process.version, results }))
