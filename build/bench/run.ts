/** Runs the measurements: a table for people, then one line of JSON for machines. */
import { join } from 'node:path'
import { benchArchive } from './archive.ts'
import { benchForm } from './form.ts'
import { benchImport } from './import.ts'
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

/** `npm run bench -- 1000 10000` measures the archive at these sizes instead. */
const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const archive = benchArchive(sizes.length > 0 ? sizes : [1000, 10_000, 100_000])
console.table(
  archive.map(({ name, items, p50, p95, growth }) => ({
    work: name,
    materials: items,
    'p50 ms': p50,
    'p95 ms': p95,
    growth,
  })),
)
const imports = await benchImport(Math.min(10_000, Math.max(...sizes, 0) || 10_000))
console.table(imports)
const form = await benchForm()
console.table(
  form.map(({ name, items, p50, p95, growth }) => ({
    work: `form: ${name}`,
    rows: items,
    'p50 ms': p50,
    'p95 ms': p95,
    'times 20 rows': growth,
  })),
)
console.log(JSON.stringify({ node: process.version, results, archive, imports, form }))
