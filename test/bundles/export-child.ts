/**
 * Writes a bundle in a process of its own, over and over, and says when it begins: to be killed.
 * With a second argument, in volumes.
 */
import { join } from 'node:path'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { composeVolumes } from '../../electron/engine/bundle/compose-volumes.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { writeVolumes } from '../../electron/engine/bundle/write-volumes.ts'
import { quietJob } from '../support/quiet-job.ts'
import { exampleInput } from './example.ts'

const [, , to = '', several] = process.argv
const papers = [0, 1, 2, 3].map(
  (n) => ['proof', `大文件${n}.pdf`, Buffer.alloc(12_000_000, n)] as const,
)
const input = exampleInput(papers)
if (several) {
  const { specs } = composeVolumes(input, 20_000_000)
  process.stdout.write('READY\n')
  await writeVolumes(specs, join(to, 'killed'), quietJob)
} else {
  const spec = composeBundle(input)
  process.stdout.write('READY\n')
  await writeBundle(spec, join(to, 'killed.zip'), quietJob)
}
process.stdout.write('DONE\n')
