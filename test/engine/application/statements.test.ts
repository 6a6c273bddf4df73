/** Statements: the pack's wording with the applicant's facts, tracked from print to scan. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { dense, pageText } from '../../support/poppler.ts'

const backbone = {
  id: 'jl-iiot-service-demonstration',
  edition: '2020',
  track: 'industry-platform',
}
const fund = { id: 'js-industry-transformation-fund', edition: '2024', track: 'digital' }

test('the undertaking is printed word for word, signed, and its scan brought back', async () => {
  const { call, handle } = engineWithVault(() => new Date('2020-06-01T02:00:00Z'))
  const { id, pack } = await call('application.create', backbone)
  const [statement] = pack.statements
  const dir = tempFolder()
  const pdf = join(dir, '承诺书.pdf')
  const printed = await call('statement.print', {
    id,
    statement: statement?.id ?? '',
    to: handle(pdf),
  })
  expect(printed.statements).toMatchObject([
    { needed: true, printedOn: '2020-06-01', signedOn: null },
  ])
  const text = dense(pageText(pdf, 1))
  for (const part of [
    statement?.title,
    ...(statement?.paragraphs ?? []),
    ...(statement?.places ?? []),
  ])
    expect(text).toContain(dense(part ?? ''))
  const signed = await call('statement.sign', { id, statement: statement?.id ?? '', signed: true })
  expect(signed.statements).toMatchObject([{ signedOn: '2020-06-01', attached: false }])
  const scan = file(dir, '承诺书扫描.pdf', '%PDF-1.4 scan')
  const done = await call('application.attach', {
    id,
    slot: statement?.slot ?? '',
    files: [handle(scan)],
  })
  expect(done.statements).toMatchObject([{ attached: true }])
  // Printed anew, it has to be signed anew.
  const again = await call('statement.print', { id, statement: 'undertaking', to: handle(pdf) })
  expect(again.statements).toMatchObject([{ signedOn: null }])
})

test('an affiliated party on a linked paper asks for the statement, with its name in it', async () => {
  const { call, handle } = engineWithVault()
  await call('enterprise.fill', {
    base: 0,
    facts: { name: '示例制造有限公司', affiliates: '示例控股（集团）有限公司\n示例物流有限公司' },
  })
  const { id, pack } = await call('application.create', fund)
  const dir = tempFolder()
  const slot = pack.slots.find(
    ({ accepts }) => accepts.includes('invoice') || accepts.includes('contract'),
  )
  const attached = await call('application.attach', {
    id,
    slot: slot?.id ?? pack.slots[0]?.id ?? '',
    files: [handle(file(dir, '设备采购合同.pdf', '%PDF-1.4 contract'))],
  })
  expect(attached.statements).toMatchObject([{ needed: false }])
  const paper = attached.slots.flatMap(({ materials }) => materials)[0]
  await call('material.describe', {
    sha256: paper?.sha256 ?? '',
    kind: 'contract',
    facts: { partyA: '示例制造有限公司', partyB: '示例控股(集团)有限公司' },
  })
  const view = await call('application.open', { id })
  expect(view.statements).toMatchObject([
    { needed: true, affiliated: [{ party: '示例控股(集团)有限公司', paper: '设备采购合同.pdf' }] },
  ])
  expect(view.findings).toContainEqual(
    expect.objectContaining({
      code: 'statement.affiliated',
      severity: 'blocking',
      place: { step: 'materials', ref: 'related-party' },
    }),
  )
  const pdf = join(dir, '关联交易说明.pdf')
  await call('statement.print', { id, statement: 'related-party', to: handle(pdf) })
  expect(dense(pageText(pdf, 1))).toContain(dense('示例控股(集团)有限公司（《设备采购合同》）'))
  const waived = await call('application.waive', {
    id,
    slot: 'related-party',
    reason: '已取消交易',
  })
  expect(waived.findings.some(({ code }) => code === 'statement.affiliated')).toBe(false)
})

test('a statement that the programme lacks is refused by name, and nothing is written', async () => {
  const { call, handle } = engineWithVault()
  const { id } = await call('application.create', backbone)
  const pdf = join(tempFolder(), 'x.pdf')
  await expect(
    call('statement.print', { id, statement: 'none', to: handle(pdf) }),
  ).rejects.toMatchObject({ fault: { code: 'statement.unknown' } })
  expect(existsSync(pdf)).toBe(false)
})
