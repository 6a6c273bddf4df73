/**
 * One check, four who tell of it: the pure function, the page's call, the command line, the bundle.
 * They must agree finding by finding, whatever the programme.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseOf } from '../../electron/engine/application/case.ts'
import { recordOf } from '../../electron/engine/application/rows.ts'
import { closeHouse } from '../../electron/engine/desk.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { check } from '../../shared/programme/check.ts'
import { sentenceOf } from '../../shared/text/say.ts'
import finding from '../../shared/text/zh-CN/finding.json' with { type: 'json' }
import { affiliatedApplication } from '../support/affiliated.ts'
import { cliJson } from '../support/cli.ts'
import { engineWithVault, file, type TestEngine, tempFolder } from '../support/house.ts'

type Told = { readonly findings: readonly (Finding & { readonly message?: string })[] }

const bare = (findings: Told['findings']) => findings.map(({ message: _, ...each }) => each)

type Order = readonly [id: string, edition: string, track: string | null]

const programmes: readonly Order[] = [
  ['js-internet-plus-base', '2022', null],
  ['js-cloud-star', '2023', 'three-star'],
  ['js-iiot-benchmark-factory', '2023', null],
]

async function begun(order: Order) {
  const engine = engineWithVault()
  const { call, handle } = engine
  const [id, edition, track] = order
  const made = await call('application.create', { id, edition, track })
  const dir = tempFolder()
  const files = ['审计报告2021.pdf', '扫描.jpg'].map((name) => handle(file(dir, name, name)))
  const [slot] = made.slots
  await call('application.attach', { id: made.id, slot: slot?.id ?? '', files })
  await call('enterprise.fill', { base: 0, facts: { name: '示例', registeredOn: '2021-05-06' } })
  return { engine, id: made.id }
}

/** Page, command line and bundle tell what the pure check tells; returns it. */
async function agreed({ house, call, desk }: TestEngine, id: string) {
  const pure = check(caseOf(house, recordOf(house.db, id)))
  const page = await call('application.open', { id })
  expect(page.findings).toEqual(pure.findings)
  expect(page.completeness).toEqual(pure.completeness)
  expect(page.findings.length).toBeGreaterThan(5)
  for (const each of page.findings) {
    expect(Object.keys(finding)).toContain(sentenceOf(each))
    expect(each.place.ref).not.toBe('')
  }
  closeHouse(desk)
  const on = ['--vault', house.dir, '--application', id]
  const told = cliJson<Told>('check', ...on)
  expect(bare(told.json.findings)).toEqual(page.findings)
  const out = join(tempFolder(), '提交包.zip')
  expect(cliJson('export', ...on, '--out', out, '--reason', '演练').status).toBe(0)
  const text = execFileSync('unzip', ['-p', out, '*/application.json'], { encoding: 'utf8' })
  const written = JSON.parse(text) as Told
  expect(bare(written.findings)).toEqual(page.findings)
  return page.findings
}

test.each(programmes)(
  '%s %s: page, command line and bundle find the same',
  async (...order: Order) => {
    const { engine, id } = await begun(order)
    await agreed(engine, id)
  },
)

test('what an applicant has written into a statement is known to all of them', async () => {
  const engine = engineWithVault()
  const { id } = await affiliatedApplication(engine)
  await engine.call('statement.write', {
    id,
    base: 99,
    statement: 'related-party',
    text: 'fairness',
    value: '经三家公开询价确定。',
  })
  const found = await agreed(engine, id)
  expect(found.filter(({ code }) => code === 'statement.text')).toMatchObject([
    { place: { step: 'preview', ref: 'related-party/ownership' } },
  ])
})
