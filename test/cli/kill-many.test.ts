/**
 * Ten thousand files imported, killed at random moments and asked for again, until all are in: what
 * was acknowledged is there, nothing is there twice, and what a kill left unread is read.
 */
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closeVault, createVault, openVault } from '../../electron/engine/open.ts'
import { fsck } from '../../electron/engine/vault/fsck.ts'
import { startCli } from '../support/cli.ts'
import { surroundings, tempFolder } from '../support/house.ts'
import { quietJob } from '../support/quiet-job.ts'

const count = 10_000
const kills = 36

/** Most are nothing that is read; some are, so that kills fall into the reading too. */
function makePapers(folder: string): void {
  mkdirSync(folder)
  for (let n = 0; n < count; n += 1) {
    const ending = n % 50 === 0 ? 'txt' : 'dat'
    writeFileSync(join(folder, `第${n}号发票.${ending}`), `发票内容 ${n}`)
  }
}

/** Imports, killed `after` ms once it is at work; acknowledged hashes go into `acknowledged`. */
async function importUntil(dir: string, papers: string, after: number, acknowledged: Set<string>) {
  const child = startCli('import', '--vault', dir, papers, '--ack')
  let said = ''
  const atWork = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      done()
    })
  })
  const ended = once(child, 'close')
  await Promise.race([atWork, ended])
  const timer = new AbortController()
  await Promise.race([wait(after, null, { signal: timer.signal }).catch(() => {}), ended])
  timer.abort()
  const isDone = child.exitCode !== null
  child.kill('SIGKILL')
  await ended
  const whole = said.slice(0, said.lastIndexOf('\n') + 1)
  for (const [, sha256 = ''] of whole.matchAll(/^ACK ([0-9a-f]{64}) /gm)) acknowledged.add(sha256)
  return isDone
}

test(`${count} files, killed ${kills} times and resumed: all are in, once`, async () => {
  const dir = tempFolder()
  const [vault, papers] = [join(dir, 'vault'), join(dir, 'papers')]
  makePapers(papers)
  closeVault(createVault(vault, '库', surroundings()))
  const acknowledged = new Set<string>()
  let killed = 0
  for (let round = 0; round < kills; round += 1) {
    const held = acknowledged.size
    const isDone = await importUntil(vault, papers, Math.random() * 1500, acknowledged)
    if (!isDone) killed += 1
    expect(acknowledged.size).toBeGreaterThanOrEqual(held)
  }
  expect(await importUntil(vault, papers, 600_000, acknowledged)).toBe(true)
  expect(acknowledged.size).toBe(count)
  expect(killed).toBeGreaterThan(10)

  const house = openVault(vault, surroundings())
  const rows = house.db.prepare('SELECT sha256 FROM material').pluck().all()
  expect(rows).toHaveLength(count)
  expect(new Set(rows)).toEqual(acknowledged)
  const read = house.db.prepare('SELECT count(*) FROM extraction').pluck().get()
  expect(read).toBe(count / 50)
  expect(await fsck(vault, house.db, quietJob)).toMatchObject({ damages: [], orphans: 0 })
  closeVault(house)
}, 900_000)
