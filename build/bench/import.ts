/**
 * Import of many small files against `cp -r`, `sync` and `sha256sum` of the same files, on the same
 * disk in the same run: what a careful person would do by hand. The import is bound by the disk's
 * syncs (one per file, sixteen at a time) and then by the full-text index.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gather } from '../../electron/engine/archive/gather.ts'
import { importFiles } from '../../electron/engine/archive/import.ts'
import { asFiles } from '../../electron/engine/archive/intake.ts'
import { quietJob } from '../../electron/engine/house.ts'
import { closeVault, createVault } from '../../electron/engine/open.ts'

export type Imported = {
  readonly work: string
  readonly files: number
  readonly seconds: number
  readonly filesPerSecond: number
  /** Times as long as copying by hand. */
  readonly ratio: number
}

const around = {
  packs: { packs: [], unusable: [] },
  policies: [],
  assets: '',
  version: '0',
  program: 'bench',
  clock: () => new Date(),
}

function byHand(from: string, to: string): void {
  const script =
    'cp -r "$0" "$1" && sync -f "$1" && find "$1" -type f -exec sha256sum {} + > /dev/null'
  const { status } = spawnSync('sh', ['-c', script, from, to])
  if (status !== 0) throw new Error('cp, sync and sha256sum are needed')
}

export async function benchImport(files: number): Promise<readonly Imported[]> {
  // Not in /tmp, which may be memory: beside the sources, where a disk is.
  mkdirSync('out', { recursive: true })
  const dir = mkdtempSync(join('out', 'bench-'))
  const papers = join(dir, 'papers')
  mkdirSync(papers)
  for (let n = 0; n < files; n += 1) {
    const body = `%PDF-1.4\n${String(n).repeat(900)}`.slice(0, 4000)
    writeFileSync(join(papers, `2022年第${n}号采购发票.pdf`), body)
  }
  const house = createVault(join(dir, 'vault'), '测速', around)
  try {
    const begun = performance.now()
    byHand(papers, join(dir, 'copy'))
    const copied = performance.now()
    await importFiles(house, { items: asFiles(house.dir, await gather([papers])) }, quietJob)
    const ended = performance.now()
    const row = (work: string, ms: number): Imported => ({
      work,
      files,
      seconds: Math.round(ms) / 1000,
      filesPerSecond: Math.round((files * 1000) / ms),
      ratio: Math.round((ms / (copied - begun)) * 100) / 100,
    })
    return [row('cp -r, sync, sha256sum', copied - begun), row('import', ended - copied)]
  } finally {
    closeVault(house)
    rmSync(dir, { recursive: true, force: true })
  }
}
