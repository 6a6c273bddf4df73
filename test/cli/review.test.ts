import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli, cliJson } from '../support/cli.ts'
import { tempFolder } from '../support/house.ts'
import { submit } from '../support/submissions.ts'

test('a desk is filled, listed and judged from the command line', async () => {
  const home = tempFolder()
  const [desk, stick, out] = [join(home, 'desk'), join(home, 'stick'), join(home, 'out')]
  await submit(stick)
  const added = cliJson<{ results: { outcome: string }[] }>('review', 'add', '--desk', desk, stick)
  expect([added.status, added.json.results[0]?.outcome]).toEqual([0, 'taken'])
  const listed = cliJson<{ rows: { seq: number }[] }>('review', 'list', '--desk', desk)
  const seq = String(listed.json.rows[0]?.seq)
  const office = ['--office', '南京市工信局', '--name', '李审', '--level', 'city']
  const reasonless = cli('review', 'judge', '--desk', desk, seq, '--verdict', 'return', ...office)
  expect(reasonless.status).not.toBe(0)
  const judged = cliJson<{ status: string }>(
    ...['review', 'judge', '--desk', desk, seq, '--verdict', 'recommend', '--out', out],
  )
  expect([judged.status, judged.json.status]).toEqual([0, 'recommend'])
  const [file = ''] = readdirSync(out)
  expect(cliJson('verify', join(out, file)).status).toBe(0)
  expect(cli('review', 'weigh', '--desk', desk).status).toBe(2)
})
