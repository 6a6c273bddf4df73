/**
 * Runs the measurements: a table for people, then one line of JSON for machines.
 * `npm run bench -- bundle 2048 20000` measures bundles alone: so many MiB in files of 256 MiB,
 * and so many files of 100 KiB. `npm run bench -- import 10000 2048` measures imports alone: so many
 * small files, and so many MiB of large ones.
 */
import '../../electron/engine/pool.ts'
import { join } from 'node:path'
import { benchArchive, bounds } from './archive.ts'
import { benchBundle, peakMib } from './bundle.ts'
import { benchForm } from './form.ts'
import { benchLargeFiles, benchSmallFiles } from './import.ts'
import { benchProgrammes } from './programmes.ts'
import { benchVolume } from './volume.ts'

async function bundles(mib: number, files: number) {
  const large = await benchBundle(Math.max(1, Math.round(mib / 256)), mib * (1 << 20))
  const many = await benchBundle(files, files * 107_000)
  console.table([...large, ...many])
  console.log(`peak memory: ${peakMib()} MiB`)
  return { large, many, peakMib: peakMib() }
}

async function importing(files: number, mib: number) {
  const imports = [...(await benchSmallFiles(files)), ...(await benchLargeFiles(mib))]
  console.table(imports)
  return imports
}

if (process.argv[2] === 'import') {
  const [files = 10_000, mib = 2048] = process.argv.slice(3).map(Number)
  console.log(JSON.stringify({ node: process.version, imports: await importing(files, mib) }))
  process.exit(0)
}

if (process.argv[2] === 'bundle') {
  const [mib = 2048, files = 20_000] = process.argv.slice(3).map(Number)
  console.log(JSON.stringify({ node: process.version, bundles: await bundles(mib, files) }))
  process.exit(0)
}

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
for (const [work, bound] of Object.entries(bounds)) console.log(`${work}: ${bound}`)
const imports = await (sizes.length > 0
  ? importing(Math.min(10_000, Math.max(...sizes)), 256)
  : importing(10_000, 2048))
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
const sealed = await (sizes.length > 0 ? bundles(256, Math.max(...sizes)) : bundles(2048, 20_000))
const volumes = await benchVolume(200, 1500, 300)
console.table(volumes)
console.log(
  JSON.stringify({
    ...{ node: process.version, results, archive, imports },
    ...{ form, bundles: sealed, volumes },
  }),
)
