/**
 * A process that changes an application without a pause and says each change once it has been
 * answered: `ACK <what> <number>`. It is there to be killed.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomHex } from '../../electron/engine/crypto.ts'
import type { Desk } from '../../electron/engine/desk.ts'
import { openVault } from '../../electron/engine/open.ts'
import { serve } from '../../electron/engine/serve.ts'
import { quietJob } from './quiet-job.ts'

const [, , dir = '', papers = '', out = '', id = ''] = process.argv

const around = {
  packs: { packs: [], unusable: [] },
  policies: [],
  assets: join(import.meta.dirname, '../../out/assets'),
  version: '0.1.0',
  program: 'busy',
  clock: () => new Date(),
}
const desk: Desk = {
  house: openVault(dir, around),
  review: null,
  grants: new Map(),
  around,
  config: papers,
}

async function change(what: string, number: number, call: string, input: object) {
  const outcome = await serve(desk, call, input, quietJob)
  if ('fault' in outcome) throw new Error(`${call} ${JSON.stringify(outcome.fault)}`)
  process.stdout.write(`ACK ${what} ${number}\n`)
  return outcome.value as { slots?: { id: string; materials: { sha256: string }[] }[] }
}

function granted(path: string): string {
  const handle = randomHex(16)
  desk.grants.set(handle, path)
  return handle
}

process.stdout.write('READY\n')
for (let n = 1; ; n += 1) {
  const path = join(papers, `${n}.txt`)
  writeFileSync(path, `第${n}份 ${'x'.repeat(n * 501)}`)
  const slot = 'policy'
  await change('fill', n, 'application.fill', { id, base: 99_999, answers: { applicant: `${n}` } })
  await change('waive', n, 'application.waive', { id, slot: 'star-certificates', reason: `${n}` })
  const view = await change('attach', n, 'application.attach', { id, slot, files: [granted(path)] })
  const newest = view.slots?.find((each) => each.id === slot)?.materials.at(-1)
  await change('describe', n, 'material.describe', { sha256: newest?.sha256, note: `${n}` })
  const profile = { base: 99_999, facts: { phone: `${n}` } }
  await change('profile', n, 'enterprise.fill', profile)
  if (n % 3 > 0) continue
  const to = granted(join(out, `${n}.zip`))
  await change('export', n, 'application.export', { id, to, reason: '演练' })
}
