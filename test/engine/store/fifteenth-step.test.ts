/** A vault with a statement that was printed and signed before applicants could write into one. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { houseOn, openHouse } from '../../../electron/engine/desk.ts'
import { append } from '../../../electron/engine/store/log.ts'
import { migrations } from '../../../electron/engine/store/migrations/index.ts'
import { openStore } from '../../../electron/engine/store/open.ts'
import { type RowValues, save } from '../../../electron/engine/store/rows.ts'
import { fsck } from '../../../electron/engine/vault/fsck.ts'
import { databaseFile, sealFile } from '../../../electron/engine/vault/paths.ts'
import { fund } from '../../support/affiliated.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

const before = migrations.findIndex(({ name }) => name === 'statement texts')
const statement = 'related-party'
const day = '2024-05-06'

/** An application as an earlier program kept it, its statement printed and signed. */
async function earlier() {
  const engine = engineWithVault(() => new Date(`${day}T02:00:00Z`))
  const { dir: vault, db, vaultId } = engine.house
  const { id, pack } = await engine.call('application.create', fund)
  const rowOf = (table: string) => db.prepare<[], RowValues>(`SELECT * FROM ${table}`).get() ?? {}
  const [held, application] = [rowOf('pack'), rowOf('application')]
  engine.close()
  for (const end of ['', '-wal', '-shm']) rmSync(`${databaseFile(vault)}${end}`, { force: true })
  rmSync(sealFile(vault), { force: true })
  const now = new Date(`${day}T01:00:00Z`)
  const old = openStore(vault, migrations.slice(0, before), now)
  old.db.transaction(() => {
    append(old.db, now, 'vault.create', vaultId, { name: '库' })
    save(old.db, 'pack', held)
    save(old.db, 'application', application)
    save(old.db, 'statement', { application: id, statement, printed: day, signed: day })
  })()
  old.db.close()
  return { ...engine, vault, id, slot: pack.statements[0]?.slot ?? '' }
}

test('what was printed and signed before stays so; what is printed from now on is held to its words', async () => {
  const { call, handle, desk, vault, id, slot } = await earlier()
  openHouse(desk, vault)
  const [kept] = (await call('application.open', { id })).statements
  expect(kept).toMatchObject({
    printedOn: day,
    signedOn: day,
    reworded: false,
    texts: [{ value: '' }, { value: '' }],
  })
  const dir = tempFolder()
  const scan = handle(file(dir, '扫描.pdf', '%PDF-1.4 scan'))
  await call('application.attach', { id, slot, files: [scan] })
  const write = (value: string) =>
    call('statement.write', { id, base: 99, statement, text: 'fairness', value })
  // Nobody knows what the old print says: nothing is held against it, or against its scan.
  expect((await write('询价。')).statements).toMatchObject([
    { printedOn: day, reworded: false, scanDiffers: false },
  ])
  await call('statement.print', { id, statement, to: handle(join(dir, 'a.pdf')) })
  expect((await write('评估。')).statements).toMatchObject([{ printedOn: null, reworded: true }])
  expect((await fsck(vault, houseOn(desk).db, quietJob)).damages).toEqual([])
})
