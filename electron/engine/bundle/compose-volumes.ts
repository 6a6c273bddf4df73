/**
 * Composes an export as one bundle or, where that would be larger than a file may be, as volumes:
 * each a whole bag of its own, signed, with a list of all of them. It reads no file.
 */
import { Fault } from '../../../shared/fault.ts'
import type { ReceiptFile } from '../../../shared/model/bundle.ts'
import { sha256 } from '../crypto.ts'
import { manifestText } from './bag.ts'
import { type BundleInput, idOf, laidOut, type Named, rootOf, specOf, tagFiles } from './compose.ts'
import { inVolumes, type Payload } from './payload.ts'
import { planVolumes } from './plan-volumes.ts'
import type { BagFile, BundleSpec } from './seal-bag.ts'
import { volumesText } from './volume-list.ts'
import { wordsIn } from './words.ts'
import { archiveSize, zipLimits } from './zip-format.ts'

export type Composed = {
  /** One, or one for each volume. */
  readonly specs: readonly BundleSpec[]
  readonly contents: readonly ReceiptFile[]
  /** Which file lies where. */
  readonly payload: Payload
}

/** Below what a ZIP holds, with room for a bundle's own texts. */
const mostFiles = 65_000

/** Signatures, names and what volumes add to every text; far above what it comes to. */
const allowance = (files: readonly BagFile[]): number => 128 * 1024 + files.length * 160

function contentsOf({ form, slots }: Payload): ReceiptFile[] {
  const papers = slots.flatMap(({ slot, placed }) =>
    placed.map(({ path, volume = 0, material: { name, size, sha256: hash } }) => ({
      path,
      slot: slot.id,
      name,
      size,
      sha256: hash,
      volume,
    })),
  )
  if (!form) return papers
  const { path, size, sha256: hash, volume = 0 } = form
  const name = path.slice(path.lastIndexOf('/') + 1)
  return [{ path, slot: '', name, size, sha256: hash, volume }, ...papers]
}

/** Size of the texts of a bag with all of these files. */
function sizeOfTags(input: BundleInput, payload: Payload, files: readonly BagFile[]): number {
  const bundleId = '0'.repeat(8)
  const bag: Named = { root: rootOf(input, bundleId), bundleId, files }
  return tagFiles(input, payload, bag).reduce((sum, { size }) => sum + size, 0)
}

/**
 * One bundle, or volumes of at most `limit` bytes where one would be larger. Throws
 * `bundle.fileTooLarge` for a file that fits into no volume, `bundle.limitTooSmall` where not even
 * the texts would fit.
 */
export function composeVolumes(input: BundleInput, limit: number): Composed {
  const { payload, files } = laidOut(input)
  const papers = archiveSize(files.map(({ path, size }) => ({ name: path, size })))
  const bundleId = idOf(input, files)
  const isPlain = papers + allowance(files) < zipLimits.bytes && files.length <= mostFiles
  if (isPlain && papers < limit) {
    const whole = specOf(input, payload, { root: rootOf(input, bundleId), bundleId, files })
    if (whole.size <= limit) return { specs: [whole], contents: contentsOf(payload), payload }
  }
  const taken = sizeOfTags(input, payload, files) + allowance(files)
  if (limit <= taken) throw new Fault('bundle.limitTooSmall', { limit, needed: taken })
  const plan = planVolumes(files, { bytes: limit - taken, files: mostFiles })
  return volumesOf(input, payload, files, plan)
}

function volumesOf(
  input: BundleInput,
  payload: Payload,
  files: readonly BagFile[],
  plan: readonly (readonly string[])[],
): Composed {
  const words = wordsIn(input.language ?? 'zh-CN')
  const bundleId = idOf(input, files)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const count = plan.length
  const bags = plan.map((paths, i) => ({
    root: rootOf(input, bundleId, words.say('volume.name', { number: i + 1, count })),
    files: paths.flatMap((path) => byPath.get(path) ?? []),
  }))
  const list = volumesText({
    id: bundleId,
    volumes: bags.map(({ root, files: held }, i) => ({
      number: i + 1,
      root,
      files: held.length,
      bytes: held.reduce((sum, { size }) => sum + size, 0),
      manifest: sha256(manifestText(held)),
    })),
  })
  const told = inVolumes(payload, plan)
  const group = rootOf(input, bundleId)
  const specs = bags.map((bag, i) =>
    specOf(input, told, {
      ...bag,
      bundleId,
      volume: { group, count: `${i + 1} of ${count}`, list },
    }),
  )
  return { specs, contents: contentsOf(told), payload: told }
}
