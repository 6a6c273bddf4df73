/**
 * A backup and its restoration against strangers' tools on the same vault, on the same disk, in the
 * same run. A backup is written and read back whole, so that its bound is two passes over all bytes;
 * a restoration reads twice (once to verify, once to unpack), writes once and reads what it wrote.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gather } from '../../electron/engine/archive/gather.ts'
import { importFiles } from '../../electron/engine/archive/import.ts'
import { asFiles } from '../../electron/engine/archive/intake.ts'
import { backUp } from '../../electron/engine/backup/back-up.ts'
import { restore } from '../../electron/engine/backup/restore.ts'
import { closeVault, createVault } from '../../electron/engine/open.ts'
import { quietJob } from '../../test/support/quiet-job.ts'
import { around } from './around.ts'
import { shell, timed, type Work } from './strangers.ts'

/** Measures one vault of so many files and MiB altogether. */
export async function benchBackup(files: number, mib: number): Promise<readonly Work[]> {
  mkdirSync('out', { recursive: true })
  const dir = resolve(mkdtempSync(join('out', 'bench-')))
  const papers = join(dir, 'papers')
  const disk = join(dir, 'disk')
  for (const folder of [papers, disk]) mkdirSync(folder)
  const size = Math.max(64, Math.floor((mib << 20) / files))
  for (let n = 0; n < files; n += 1) {
    writeFileSync(join(papers, `${n}.pdf`), Buffer.alloc(size, `%PDF-1.4 ${n} 扫描件`))
  }
  const house = createVault(join(dir, 'vault'), '测速', around)
  try {
    await importFiles(house, { items: asFiles(house.dir, await gather([papers])) }, quietJob)
    rmSync(papers, { recursive: true })
    let backup = ''
    const written = await timed(async () => {
      const { names, folder } = await backUp(house, disk, quietJob)
      backup = join(folder, names[0] ?? '')
    })
    const blobs = join(house.dir, 'blobs')
    const zipped = await timed(() =>
      shell(
        'zip -0qr "$1" "$0" && sync "$1" && unzip -tqq "$1" && find "$0" -type f -exec sha256sum {} + > /dev/null',
        blobs,
        join(dir, 'zip.zip'),
      ),
    )
    const restored = await timed(() => restore(backup, join(dir, 'restored'), quietJob))
    const unzipped = await timed(() =>
      shell(
        'unzip -q "$0" -d "$1" && sync && find "$1" -type f -exec sha256sum {} + > /dev/null',
        join(dir, 'zip.zip'),
        join(dir, 'unzipped'),
      ),
    )
    const rows: readonly [string, number, number][] = [
      ['backup', written, written],
      ['zip -0, sync, unzip -t, sha256sum', zipped, written],
      ['restore', restored, restored],
      ['unzip, sync, sha256sum', unzipped, restored],
    ]
    return rows.map(([work, seconds, own]) => ({
      work,
      files,
      mib,
      seconds: Math.round(seconds * 1000) / 1000,
      mibPerSecond: Math.round(mib / seconds),
      ratio: Math.round((seconds / own) * 100) / 100,
    }))
  } finally {
    closeVault(house)
    rmSync(dir, { recursive: true, force: true })
  }
}
