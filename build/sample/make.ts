/** Writes the example enterprise into assets/sample: `node_modules/.bin/node build/sample/make.ts`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeSample } from './sample.ts'

const folder = fileURLToPath(new URL('../../assets/sample', import.meta.url))
const made = await makeSample()
rmSync(folder, { recursive: true, force: true })
mkdirSync(join(folder, 'files'), { recursive: true })
for (const [name, bytes] of made.files) writeFileSync(join(folder, 'files', name), bytes)
writeFileSync(join(folder, 'sample.json'), made.json)
