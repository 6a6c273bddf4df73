/**
 * Runs the measurements: tables for people, then one line of JSON for machines. `npm run bench` runs
 * all of them at full size; `npm run bench -- NAME [SIZE…]` one of them, at the sizes asked for:
 * `programmes` · `archive MATERIALS…` · `import FILES MIB` · `form` · `bundle MIB FILES` ·
 * `volume PAPERS PAGES KIB` · `backup FILES MIB`.
 */
import '../../electron/engine/pool.ts'
import { join } from 'node:path'
import { benchArchive, bounds } from './archive.ts'
import { benchBackup } from './backup.ts'
import { benchBundle, peakMib } from './bundle.ts'
import { benchForm } from './form.ts'
import { benchLargeFiles, benchSmallFiles } from './import.ts'
import { benchProgrammes } from './programmes.ts'
import { benchVolume } from './volume.ts'

function programmes() {
  const results = benchProgrammes(join(import.meta.dirname, '../..'))
  console.table(
    results.map(({ name, ms, range, ratio }) => ({
      work: name,
      'median ms': ms,
      'fastest ms': range[0],
      'slowest ms': range[1],
      'times one': ratio,
    })),
  )
  return results
}

function archive(...sizes: number[]) {
  const results = benchArchive(sizes.length > 0 ? sizes : [1000, 10_000, 100_000])
  console.table(
    results.map(({ name, items, p50, p95, growth }) => ({
      work: name,
      materials: items,
      'p50 ms': p50,
      'p95 ms': p95,
      growth,
    })),
  )
  for (const [work, bound] of Object.entries(bounds)) console.log(`${work}: ${bound}`)
  return results
}

async function imports(files = 10_000, mib = 2048) {
  const results = [...(await benchSmallFiles(files)), ...(await benchLargeFiles(mib))]
  console.table(results)
  return results
}

async function form() {
  const results = await benchForm()
  console.table(
    results.map(({ name, items, p50, p95, growth }) => ({
      work: name,
      rows: items,
      'p50 ms': p50,
      'p95 ms': p95,
      'times 20 rows': growth,
    })),
  )
  return results
}

/** `mib` in files of 256 MiB, and `files` of about 100 KiB. */
async function bundle(mib = 2048, files = 20_000) {
  const large = await benchBundle(Math.max(1, Math.round(mib / 256)), mib * (1 << 20))
  const many = await benchBundle(files, files * 107_000)
  console.table([...large, ...many])
  console.log(`peak memory: ${peakMib()} MiB`)
  return { large, many, peakMib: peakMib() }
}

async function volume(papers = 200, pages = 1500, kib = 300) {
  const results = await benchVolume(papers, pages, kib)
  console.table(results)
  return results
}

/** A vault of that many small papers, and one of as many MiB in scans of 4 MiB. */
async function backup(files = 10_000, mib = 2048) {
  const small = await benchBackup(files, files / 256)
  const large = await benchBackup(Math.max(1, Math.round(mib / 4)), mib)
  console.table([...small, ...large])
  return { small, large }
}

const benches = { programmes, archive, import: imports, form, bundle, volume, backup }
const [asked, ...sizes] = process.argv.slice(2)
const chosen = Object.entries(benches).filter(([name]) => asked === undefined || name === asked)
if (chosen.length === 0) {
  console.error(`bench: one of ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const results: Record<string, unknown> = { node: process.version }
for (const [name, run] of chosen) results[name] = await run(...sizes.map(Number))
console.log(JSON.stringify(results))
