/** A vault with a statement that was printed and scanned before applicants could write into one. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { houseOn, openHouse } from '../../../electron/engine/desk.ts'
import { migrations } from '../../../electron/engine/store/migrations/index.ts'
import { fsck } from '../../../electron/engine/vault/fsck.ts'
import { databaseFile } from '../../../electron/engine/vault/paths.ts'
import { affiliatedApplication } from '../../support/affiliated.ts'
import { engineWithVault, file } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const before = migrations.findIndex(({ name }) => name === 'statement texts')

test('what was printed and signed before stays so; what is printed from now on is held to its words', async () => {
  const engine = engineWithVault(() => new Date('2024-05-06T02:00:00Z'))
  const { call, handle, desk } = engine
  const { dir: vault } = engine.house
  const { id, dir, slot } = await affiliatedApplication(engine)
  const statement = 'related-party'
  const print = () => call('statement.print', { id, statement, to: handle(join(dir, 'a.pdf')) })
  await print()
  await call('statement.sign', { id, statement, signed: true })
  engine.close()
  const old = new Database(databaseFile(vault))
  old.exec('DROP TABLE statement_text; DROP TABLE statement_wording')
  old.exec('DROP TABLE recognition; ALTER TABLE duty_settled DROP COLUMN outcome')
  old.exec('ALTER TABLE duty_settled RENAME TO duty_done')
  old.pragma(`user_version = ${before}`)
  old.close()

  openHouse(desk, vault)
  const [kept] = (await call('application.open', { id })).statements
  expect(kept).toMatchObject({
    printedOn: '2024-05-06',
    signedOn: '2024-05-06',
    reworded: false,
    texts: [{ value: '' }, { value: '' }],
  })
  const scan = handle(file(dir, '扫描.pdf', '%PDF-1.4 scan'))
  await call('application.attach', { id, slot, files: [scan] })
  const write = (value: string) =>
    call('statement.write', { id, base: 99, statement, text: 'fairness', value })
  // Nobody knows what the old print says: nothing is held against it, or against its scan.
  expect((await write('询价。')).statements).toMatchObject([
    { printedOn: '2024-05-06', reworded: false, scanDiffers: false },
  ])
  await print()
  expect((await write('评估。')).statements).toMatchObject([{ printedOn: null, reworded: true }])
  expect((await fsck(vault, houseOn(desk).db, quietJob)).damages).toEqual([])
})
