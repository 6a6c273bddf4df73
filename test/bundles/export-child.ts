/** Writes a bundle in a process of its own, over and over, and says when it begins: to be killed. */
import { join } from 'node:path'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { quietJob } from '../../electron/engine/house.ts'
import { exampleInput } from './example.ts'

const [, , to = ''] = process.argv
const papers = [0, 1, 2, 3].map(
  (n) => ['proof', `大文件${n}.pdf`, Buffer.alloc(12_000_000, n)] as const,
)
const spec = composeBundle(exampleInput(papers))
process.stdout.write('READY\n')
await writeBundle(spec, join(to, 'killed.zip'), quietJob)
process.stdout.write('DONE\n')
