/** What an import left unread, killed or cancelled between acknowledging and reading, is read later. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gather } from '../../../electron/engine/archive/gather.ts'
import { importFiles } from '../../../electron/engine/archive/import.ts'
import { asFiles } from '../../../electron/engine/archive/intake.ts'
import { countTry } from '../../../electron/engine/archive/unread.ts'
import { engineWithVault, file, root, type TestEngine, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const invoice = join(root, 'assets/sample/files/invoice-1.pdf')

/** An import as a kill leaves it: acknowledged, nothing read. */
async function killedImport({ house }: TestEngine): Promise<string> {
  const items = asFiles(house.dir, await gather([invoice]))
  const { results } = await importFiles(house, { items }, quietJob)
  return results[0]?.sha256 ?? ''
}

const factsOf = async ({ call }: TestEngine, sha256: string) =>
  (await call('material.open', { sha256 })).material.facts

test('the same file asked for again is read, and what it carries is told', async () => {
  const engine = engineWithVault()
  const sha256 = await killedImport(engine)
  expect(await factsOf(engine, sha256)).toEqual({})
  const files = [engine.handle(invoice)]
  const { results } = await engine.call('material.import', { files })
  expect(results).toMatchObject([{ outcome: 'same', kind: 'invoice' }])
  expect(await factsOf(engine, sha256)).toMatchObject({ number: '00000101' })
  // It waits no more: the third time there is nothing to read, nor to tell.
  const again = await engine.call('material.import', { files })
  expect(again.results[0]).not.toHaveProperty('kind')
})

test('an import of another file reads it too, unless that was tried too often', async () => {
  const engine = engineWithVault()
  const other = (name: string) => [engine.handle(file(tempFolder(), name, name))]
  const sha256 = await killedImport(engine)
  for (let kills = 0; kills < 3; kills += 1) countTry(engine.house.db)
  await engine.call('material.import', { files: other('甲.txt') })
  expect(await factsOf(engine, sha256)).toEqual({})

  const second = engineWithVault()
  const waiting = await killedImport(second)
  for (let kills = 0; kills < 2; kills += 1) countTry(second.house.db)
  const files = [second.handle(file(tempFolder(), '乙.txt', '乙'))]
  const report = await second.call('material.import', { files })
  expect(report).toMatchObject({ imported: 1, same: 0 })
  expect(await factsOf(second, waiting)).toMatchObject({ number: '00000101' })
})

test('a paper put into the bin unread stays there, unread', async () => {
  const engine = engineWithVault()
  const sha256 = await killedImport(engine)
  await engine.call('material.discard', { sha256 })
  const files = [engine.handle(file(tempFolder(), '甲.txt', '甲'))]
  await engine.call('material.import', { files })
  expect(await factsOf(engine, sha256)).toEqual({})
})
