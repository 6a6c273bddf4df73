/**
 * Export and verification of a bundle against strangers' tools on the same files, on the same disk,
 * in the same run. Writing is bound by one pass of SHA-256 and CRC-32 and by the disk; the export as
 * a whole reads back what it wrote, which is verification once more.
 */
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { writeZip } from '../../electron/engine/bundle/zip-write.ts'
import { exampleInput } from '../../test/bundles/example.ts'
import { quietJob } from '../../test/support/quiet-job.ts'
import { shell, timed, type Work } from './strangers.ts'

const mib = 1 << 20

/** A file of so many bytes that no disk can leave out; returns its hash. */
function fill(path: string, size: number, seed: number): string {
  const block = Buffer.alloc(Math.min(size, mib) || 1)
  for (let at = 0; at + 4 <= block.length; at += 4) {
    block.writeUInt32LE(Math.imul(at + seed, 2_654_435_761) >>> 0, at)
  }
  const hash = createHash('sha256')
  const file = openSync(path, 'w')
  for (let left = size, turn = 0; left > 0; left -= block.length, turn += 1) {
    if (block.length >= 8) block.writeUInt32LE(turn, 4)
    const piece = block.subarray(0, Math.min(left, block.length))
    writeSync(file, piece)
    hash.update(piece)
  }
  closeSync(file)
  return hash.digest('hex')
}

/** An application with so many papers of one size, each a file on the disk. */
function application(dir: string, files: number, bytes: number) {
  const input = exampleInput([['proof', '样.bin', Buffer.from('x')]])
  const size = Math.floor(bytes / files)
  const [material] = input.view.slots.flatMap(({ materials }) => materials)
  if (!material) throw new Error('the example has a paper')
  const materials = Array.from({ length: files }, (_, n) => {
    const path = join(dir, `${n}.bin`)
    return { ...material, seq: n + 1, name: `佐证材料${n}.bin`, size, sha256: fill(path, size, n) }
  })
  const where = new Map(materials.map(({ sha256 }, n) => [sha256, join(dir, `${n}.bin`)]))
  const slots = input.view.slots.map((slot) =>
    slot.id === 'proof' ? { ...slot, materials } : slot,
  )
  return {
    ...input,
    view: { ...input.view, slots },
    fileOf: (hash: string) => where.get(hash) ?? input.fileOf(hash),
  }
}

async function writeOnly(path: string, spec: ReturnType<typeof composeBundle>): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await writeZip(file, spec.sources, quietJob)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Measures one bundle of so many files and bytes altogether. */
export async function benchBundle(files: number, bytes: number): Promise<readonly Work[]> {
  mkdirSync('out', { recursive: true })
  const dir = resolve(mkdtempSync(join('out', 'bench-')))
  const papers = join(dir, 'papers')
  mkdirSync(papers)
  try {
    const input = application(papers, files, bytes)
    const spec = composeBundle(input)
    rmSync(input.dir, { recursive: true })
    const to = (name: string) => join(dir, name)
    const written = await timed(() => writeOnly(to('ours.zip'), spec))
    const catted = await timed(() =>
      shell(
        'find "$0" -type f -exec cat {} + > "$1" && sync "$1" && sha256sum "$1"',
        papers,
        to('cat'),
      ),
    )
    rmSync(to('cat'))
    const zipped = await timed(() =>
      shell(
        'zip -0qr "$1" "$0" && sync "$1" && find "$0" -type f -exec sha256sum {} + > /dev/null',
        papers,
        to('zip.zip'),
      ),
    )
    rmSync(to('zip.zip'))
    const verified = await timed(async () => {
      const { ok } = await verifyBundle(to('ours.zip'), quietJob)
      if (!ok) throw new Error('the bundle is not accepted')
    })
    const digested = await timed(() => shell('openssl dgst -sha256 "$0"', to('ours.zip')))
    const tested = await timed(() => shell('unzip -tq "$0"', to('ours.zip')))
    const size = statSync(to('ours.zip')).size / mib
    rmSync(to('ours.zip'))
    const exported = await timed(() => writeBundle(spec, to('export.zip'), quietJob))
    const row = (work: string, seconds: number, own: number): Work => ({
      work,
      files,
      mib: Math.round(size),
      seconds: Math.round(seconds * 100) / 100,
      mibPerSecond: Math.round(size / seconds),
      ratio: Math.round((seconds / own) * 100) / 100,
    })
    return [
      row('write a bundle, fsync', written, written),
      row('cat, fsync, sha256sum of it', catted, written),
      row('zip -0, fsync, sha256sum of the files', zipped, written),
      row('export: write, verify, rename', exported, written),
      row('verify', verified, verified),
      row('openssl dgst -sha256', digested, verified),
      row('unzip -t', tested, verified),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Highest memory that this process has used so far, in MiB. */
export const peakMib = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
