/** Writes archives that are canonical, but not what the product would have composed. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import type { Source } from '../../electron/engine/bundle/file-source.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeZip } from '../../electron/engine/bundle/zip-write.ts'
import { quietJob } from '../support/quiet-job.ts'
import { exampleInput } from './example.ts'

export const signature = 'signatures/tagmanifest-sha256.txt.p7s'
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The example bundle, with ways to write it altered and to see what the verifier says. */
export function tampering() {
  const input = exampleInput()
  const spec = composeBundle(input)
  const pathOf = ({ name }: Source) => name.slice(spec.root.length + 1)
  const source = (path: string, content: string | Uint8Array): Source => {
    const bytes = Buffer.from(content)
    const name = `${spec.root}/${path}`
    return { name, size: bytes.length, sha256: hashOf(bytes), from: { bytes } }
  }
  const without = (path: string) => spec.sources.filter((each) => pathOf(each) !== path)
  const replaced = (path: string, content: string | Uint8Array) => [
    ...without(path),
    source(path, content),
  ]
  const bytesOf = (path: string): Buffer => {
    const found = spec.sources.find((each) => pathOf(each) === path)
    if (!found || !('bytes' in found.from)) throw new Error(path)
    return Buffer.from(found.from.bytes)
  }
  let count = 0
  const verify = async (sources: readonly Source[]) => {
    count += 1
    const path = join(input.dir, `tampered-${count}.zip`)
    const file = await open(path, 'wx')
    await writeZip(file, sources, quietJob).finally(() => file.close())
    return verifyBundle(path, quietJob)
  }
  /** Code and place of every reason, sorted. */
  const reasons = async (sources: readonly Source[]) => {
    const report = await verify(sources)
    expect(report.ok).toBe(report.reasons.length === 0)
    return report.reasons.map(({ code, place }) => `${code} ${place}`).sort()
  }
  /** Codes of the reasons when the bundle carries this signature instead of its own. */
  const signedBy = async (p7s: Uint8Array): Promise<string[]> =>
    (await reasons(replaced(signature, p7s))).map((reason) => reason.split(' ')[0] ?? '')
  return {
    input,
    spec,
    dir: input.dir,
    pathOf,
    source,
    without,
    replaced,
    bytesOf,
    verify,
    reasons,
    signedBy,
  }
}
