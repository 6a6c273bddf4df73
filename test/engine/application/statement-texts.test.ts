/** What an applicant says in a statement: kept, printed, and what was printed before taken back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { affiliatedApplication } from '../../support/affiliated.ts'
import { engineWithVault, file } from '../../support/house.ts'
import { dense, inspectPdf, pageText, ruledLines } from '../../support/poppler.ts'

const statement = 'related-party'
const ownership = '云樾控股（集团）有限公司持有本单位 62% 股权。\n双方受同一实际控制人控制。'
const fairness = '设备价格经三家公开询价确定，与无关联方报价相差不超过 3%。'

async function begun() {
  const engine = engineWithVault(() => new Date('2024-05-06T02:00:00Z'))
  const { call, handle, house } = engine
  const made = await affiliatedApplication(engine)
  const { id, dir, slot } = made
  const now = () => call('application.open', { id })
  const write = async (text: string, value: string) => {
    const { revision: base } = await now()
    return call('statement.write', { id, base, statement, text, value })
  }
  const pdf = join(dir, '关联交易说明.pdf')
  const print = () => call('statement.print', { id, statement, to: handle(pdf) })
  const attach = (name: string) =>
    call('application.attach', { id, slot, files: [handle(file(dir, name, `%PDF-1.4 ${name}`))] })
  return { ...made, call, handle, house, now, write, print, attach, pdf }
}

test('texts are printed where the notice asks for them, paragraph by paragraph', async () => {
  const { write, print, pdf } = await begun()
  await write('ownership', ownership)
  const written = await write('fairness', `${fairness}\n`)
  expect(written.statements).toMatchObject([
    {
      texts: [
        { id: 'ownership', label: '交易双方（多方）股权结构等关联情况', value: ownership },
        { id: 'fairness', label: '交易产品价格公允性说明', value: fairness },
      ],
    },
  ])
  await print()
  const text = pageText(pdf, 1)
  const order = [
    '一、交易双方',
    '云樾控股(集团)',
    '62%股权。',
    '双方受同',
    '二、交易',
    '设备价格',
    '以上说明',
  ]
  const places = order.map((part) => text.indexOf(dense(part)))
  expect(places.every((at) => at >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(text).not.toContain('{{')
})

test('an empty text leaves lines to write on, and says so until it is filled in', async () => {
  const { now, write, print, pdf, attach } = await begun()
  const said = (view: Awaited<ReturnType<typeof now>>) =>
    view.findings
      .filter(({ code }) => code === 'statement.text')
      .map(({ severity, place, data, source }) => [
        severity,
        place.step,
        place.ref,
        data.text,
        source?.clause,
      ])
  const both = [
    [
      'warning',
      'preview',
      'related-party/ownership',
      '交易双方（多方）股权结构等关联情况',
      '六、7',
    ],
    ['warning', 'preview', 'related-party/fairness', '交易产品价格公允性说明', '六、7'],
  ]
  expect(said(await now())).toEqual(both)
  await print()
  const { text, complaints, info } = inspectPdf(readFileSync(pdf))
  expect(complaints).toBe('')
  expect(info.Pages).toBe('1')
  expect(ruledLines(pdf)).toBe(8)
  expect(text).not.toContain('{{')
  expect(said(await write('fairness', fairness))).toEqual(both.slice(0, 1))
  await print()
  expect(ruledLines(pdf)).toBe(4)
  expect(said(await write('fairness', '  \n'))).toEqual(both)
  expect(said(await attach('关联交易说明扫描.pdf'))).toEqual([])
})

test('what was printed and signed before a text changed is taken back; changed back, it holds', async () => {
  const { id, call, print, write } = await begun()
  await write('fairness', fairness)
  expect((await print()).statements).toMatchObject([
    { printedOn: '2024-05-06', signedOn: null, reworded: false },
  ])
  await call('statement.sign', { id, statement, signed: true })
  expect((await write('fairness', `${fairness}另附询价记录。`)).statements).toMatchObject([
    { printedOn: null, signedOn: null, reworded: true },
  ])
  expect((await write('fairness', fairness)).statements).toMatchObject([
    { printedOn: '2024-05-06', signedOn: '2024-05-06', reworded: false },
  ])
  await write('ownership', ownership)
  expect((await print()).statements).toMatchObject([
    { printedOn: '2024-05-06', signedOn: null, reworded: false },
  ])
})

test('a party that comes to light after printing is another wording as well', async () => {
  const { call, contract, print, now } = await begun()
  await print()
  const facts = { partyA: '云樾物流有限公司', partyB: '云樾控股(集团)有限公司' }
  await call('material.describe', { sha256: contract, kind: 'contract', facts })
  expect((await now()).statements).toMatchObject([{ printedOn: null, reworded: true }])
})

test('a scan that is attached already may differ, until the scan of the new print takes its place', async () => {
  const { call, id, slot, print, write, attach } = await begun()
  await write('fairness', fairness)
  await print()
  const old = await attach('旧扫描.pdf')
  expect(old.statements).toMatchObject([{ attached: true, scanDiffers: false }])
  expect((await write('fairness', ownership)).statements).toMatchObject([
    { attached: true, scanDiffers: true, reworded: true },
  ])
  // Printed anew, what lies in the slot is still the old one.
  expect((await print()).statements).toMatchObject([{ scanDiffers: true, reworded: false }])
  const [scan] = old.slots.find((each) => each.id === slot)?.materials ?? []
  await call('application.detach', { id, slot, sha256: scan?.sha256 ?? '' })
  expect((await attach('新扫描.pdf')).statements).toMatchObject([
    { attached: true, scanDiffers: false },
  ])
})

test('a scan that was signed elsewhere is held against what the statement said when it came', async () => {
  const { write, attach } = await begun()
  expect((await attach('扫描.pdf')).statements).toMatchObject([{ scanDiffers: false }])
  expect((await write('fairness', fairness)).statements).toMatchObject([{ scanDiffers: true }])
})

test('a text changed elsewhere meanwhile is not written over; another text is', async () => {
  const { call, id, now, write } = await begun()
  const { revision: base } = await now()
  await write('fairness', fairness)
  const late = { id, base, statement, value: '迟到的' }
  await expect(call('statement.write', { ...late, text: 'fairness' })).rejects.toMatchObject({
    fault: { code: 'application.stale', data: { field: '交易产品价格公允性说明' } },
  })
  const view = await call('statement.write', { ...late, text: 'ownership' })
  expect(view.statements[0]?.texts.map(({ value }) => value)).toEqual(['迟到的', fairness])
})

test('what is not asked for, or too long, is refused by name, and nothing is kept', async () => {
  const { call, id, house } = await begun()
  const given = { id, base: 99, statement, text: 'fairness', value: fairness }
  const refused = async (change: Partial<typeof given>, code: string) =>
    expect(call('statement.write', { ...given, ...change })).rejects.toMatchObject({
      fault: { code },
    })
  await refused({ statement: 'none' }, 'statement.unknown')
  await refused({ text: 'constructor' }, 'statement.text')
  await refused({ value: '长'.repeat(20_001) }, 'input.invalid')
  await refused({ id: 'none' }, 'application.unknown')
  expect(house.db.prepare('SELECT * FROM statement_text').all()).toEqual([])
  house.db.pragma('query_only = 1')
  await refused({}, 'vault.readOnly')
  house.db.pragma('query_only = 0')
})

test('an application begun from this one says the same, and can say it otherwise', async () => {
  const { call, id, write, print, attach } = await begun()
  await write('fairness', fairness)
  await print()
  await attach('扫描.pdf')
  const next = await call('reserve.takeUp', { id, edition: '2024', track: 'digital' })
  expect(next.statements).toMatchObject([
    { texts: [{ value: '' }, { value: fairness }], printedOn: null, scanDiffers: false },
  ])
  const changed = await call('statement.write', {
    id: next.id,
    base: next.revision,
    statement,
    text: 'fairness',
    value: ownership,
  })
  expect(changed.statements).toMatchObject([
    { texts: [{}, { value: ownership }], scanDiffers: true },
  ])
  expect((await call('application.open', { id })).statements).toMatchObject([
    { texts: [{}, { value: fairness }] },
  ])
})

test('moved to a pack that asks for no texts, what was written is named, and is back on moving back', async () => {
  const { call, handle, id, dir, write, now } = await begun()
  await write('fairness', fairness)
  const { pack, packHash } = await now()
  const [asked] = pack.statements
  const plain = { ...asked, texts: [], paragraphs: ['{{name}}说明如下。'] }
  const other = file(dir, 'pack.json', JSON.stringify({ ...pack, statements: [plain] }))
  await call('pack.import', { file: handle(other) })
  const [plan] = await call('application.moves', { id })
  expect(plan?.setAside).toEqual(['关联交易说明 › 交易产品价格公允性说明'])
  const moved = await call('application.move', { id, hash: plan?.hash ?? '' })
  expect(moved.statements).toMatchObject([{ texts: [] }])
  await call('pack.drop', { id: pack.id, edition: pack.edition })
  const back = await call('application.move', { id, hash: packHash })
  expect(back.statements).toMatchObject([{ texts: [{ value: '' }, { value: fairness }] }])
})
