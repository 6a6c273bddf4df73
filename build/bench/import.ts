/**
 * Import against what a careful person would do by hand with the same files, on the same disk in the
 * same run: `cp` and `sha256sum` of the copy, and the same with `sync` between, which alone promises
 * as much as an import does. Many small files are bound by the disk's syncs (one per file and folder,
 * many under way at once) and then by the full-text index; large ones by reading, writing and hashing
 * every byte once more.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gather } from '../../electron/engine/archive/gather.ts'
import { importFiles } from '../../electron/engine/archive/import.ts'
import { asFiles } from '../../electron/engine/archive/intake.ts'
import { closeVault, createVault } from '../../electron/engine/open.ts'
import { quietJob } from '../../test/support/quiet-job.ts'
import { around } from './around.ts'

export type Imported = {
  readonly work: string
  readonly files: number
  readonly mebibytes: number
  readonly seconds: number
  readonly filesPerSecond: number
  readonly mebibytesPerSecond: number
  /** Times as long as the first line. */
  readonly ratio: number
}

const mebibyte = 1024 * 1024

const hashAll = 'find "$1" -type f -exec sha256sum {} + > /dev/null'
const byHand: Readonly<Record<string, string>> = {
  'cp -r, sha256sum': `cp -r "$0" "$1" && ${hashAll}`,
  'cp -r, sync, sha256sum': `cp -r "$0" "$1" && sync -f "$1" && ${hashAll}`,
}

function copyByHand(script: string, from: string, to: string): void {
  const { status } = spawnSync('sh', ['-c', script, from, to])
  if (status !== 0) throw new Error('cp, sync and sha256sum are needed')
}

async function timed(work: () => unknown): Promise<number> {
  // What others wrote before must not be waited for here.
  spawnSync('sync')
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

type Papers = {
  readonly files: number
  readonly bytes: number
  readonly make: (n: number) => Buffer
}

async function compared(what: string, { files, bytes, make }: Papers): Promise<Imported[]> {
  // Not in /tmp, which may be memory: beside the sources, where a disk is.
  mkdirSync('out', { recursive: true })
  const dir = mkdtempSync(join('out', 'bench-'))
  const papers = join(dir, 'papers')
  mkdirSync(papers)
  for (let n = 0; n < files; n += 1) {
    writeFileSync(join(papers, `2022年第${n}号采购发票.pdf`), make(n))
  }
  const house = createVault(join(dir, 'vault'), '测速', around)
  const taken: [string, number][] = []
  try {
    // Copies stay until the end: a file system looks long for places among files just deleted.
    for (const [work, script] of Object.entries(byHand)) {
      const copy = join(dir, `copy ${taken.length}`)
      taken.push([work, await timed(() => copyByHand(script, papers, copy))])
    }
    const import_ = async () =>
      importFiles(house, { items: asFiles(house.dir, await gather([papers])) }, quietJob)
    taken.push(['import', await timed(import_)])
  } finally {
    closeVault(house)
    rmSync(dir, { recursive: true, force: true })
  }
  const [, first] = taken[0] ?? ['', 1]
  const mebibytes = Math.round(bytes / mebibyte)
  return taken.map(([work, ms]) => ({
    work: `${what}: ${work}`,
    files,
    mebibytes,
    seconds: Math.round(ms) / 1000,
    filesPerSecond: Math.round((files * 1000) / ms),
    mebibytesPerSecond: Math.round((mebibytes * 1000) / ms),
    ratio: Math.round((ms / first) * 100) / 100,
  }))
}

/** Many files of 4 kB. */
export const benchSmallFiles = (files: number): Promise<readonly Imported[]> =>
  compared('small files', {
    files,
    bytes: files * 4000,
    make: (n) => Buffer.from(`%PDF-1.4\n${String(n).repeat(900)}`.slice(0, 4000)),
  })

/** So many MiB in eight files, as scans and videos come. */
export function benchLargeFiles(mebibytes: number): Promise<readonly Imported[]> {
  const size = Math.max(1, Math.round(mebibytes / 8)) * mebibyte
  const make = (n: number) => Buffer.alloc(size, `%PDF-1.4 ${n} 扫描件`)
  return compared('large files', { files: 8, bytes: 8 * size, make })
}
