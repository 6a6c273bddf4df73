import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closeVault, createVault, openVault } from '../../electron/engine/open.ts'
import { fsck } from '../../electron/engine/vault/fsck.ts'
import { blobPath } from '../../electron/engine/vault/paths.ts'
import { hashFile } from '../../electron/engine/vault/put.ts'
import { startCli } from '../support/cli.ts'
import { file, surroundings, tempFolder } from '../support/house.ts'
import { quietJob } from '../support/quiet-job.ts'

/** When to kill: so many ms after the start, or after the vault was open. */
type Moment = { readonly since: 'start' | 'ready'; readonly after: number }

/** Imports `papers` into a fresh vault, killed at `moment` if there is one. */
async function importAndKill(dir: string, papers: string, moment: Moment | null) {
  closeVault(createVault(dir, '库', surroundings()))
  const child = startCli('import', '--vault', dir, papers, '--ack')
  let said = ''
  let readyAt = 0
  let acknowledgedAt = 0
  const ready = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (said === '') readyAt = performance.now()
      if (text.includes('ACK ')) acknowledgedAt = performance.now()
      said += text
      done()
    })
  })
  const ended = new Promise((done) => child.once('close', done))
  if (moment) {
    if (moment.since === 'ready') await Promise.race([ready, ended])
    await wait(moment.after)
    child.kill('SIGKILL')
  }
  await ended
  // What came through whole: a line that the kill cut short was never an acknowledgement.
  const lines = said.slice(0, said.lastIndexOf('\n') + 1).split('\n')
  const acknowledged = lines
    .filter((line) => line.startsWith('ACK '))
    .map((line) => line.split(' '))
  return { acknowledged, importing: acknowledgedAt - readyAt }
}

test('killed at 100 random moments, nothing acknowledged is lost and nothing half remains', async () => {
  const dir = tempFolder()
  const papers = join(dir, 'papers')
  mkdirSync(papers)
  for (let n = 0; n < 200; n += 1)
    file(papers, `发票${n}.pdf`, `%PDF-1.4 ${n} ${'x'.repeat(n * 97)}`)
  const whole = await importAndKill(join(dir, 'whole'), papers, null)
  expect(whole.acknowledged).toHaveLength(200)

  let interrupted = 0
  for (let round = 0; round < 100; round += 1) {
    const place = join(dir, `vault-${round}`)
    // Mostly while files go in; some rounds while the program and the vault still open.
    const since = round % 5 === 0 ? 'start' : 'ready'
    const after = Math.random() * whole.importing
    const { acknowledged } = await importAndKill(place, papers, { since, after })
    if (acknowledged.length > 0 && acknowledged.length < 200) interrupted += 1
    const house = openVault(place, surroundings())
    for (const [, sha256 = '', path = ''] of acknowledged) {
      const name = house.db
        .prepare('SELECT name FROM material WHERE sha256 = ?')
        .pluck()
        .get(sha256)
      expect(path.endsWith(String(name))).toBe(true)
      expect(await hashFile(blobPath(place, sha256))).toBe(sha256)
    }
    const { damages, orphans } = await fsck(place, house.db, quietJob)
    expect(damages).toEqual([])
    expect(orphans).toBe(0)
    closeVault(house)
    rmSync(place, { recursive: true })
  }
  expect(interrupted).toBeGreaterThan(10)
}, 900_000)
