/** Finding papers: any part of what is known of them, initials, filters, counts. */
import { expect, test } from 'vitest'
import { indexMaterial } from '../../../electron/engine/archive/catalogue.ts'
import { save } from '../../../electron/engine/store/rows.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const today = '2024-03-01'
const clock = () => new Date(`${today}T02:00:00Z`)

async function withPapers(names: readonly string[]) {
  const engine = engineWithVault(clock)
  const dir = tempFolder()
  const files = names.map((name) => engine.handle(file(dir, name, name)))
  const { results } = await engine.call('material.import', { files })
  const hashes = results.map(({ sha256 = '' }) => sha256)
  const find = async (text: string) =>
    (await engine.call('material.list', { text })).materials.map(({ name }) => name)
  return { ...engine, hashes, find, first: hashes[0] ?? '' }
}

/** Keeps text as if a machine had read it out of the file. */
function keepText({ db }: { db: never }, seq: number, text: string): void {
  const none = { facts: [], validFrom: null, validTo: null }
  save(db, 'extraction', { material: seq, body: JSON.stringify({ ...none, text }), at: 'now' })
  indexMaterial({ db }, seq)
}

test.each([
  ['采购', true],
  ['器采', true],
  ['务', true],
  ['服务器采购合同.pdf', true],
  ['.p', true],
  ['２０２２', true],
  ['务采', false],
  ['合同器', false],
  ['同p', false],
])('any part of a name, and nothing else, finds a paper: %s', async (text, found) => {
  const { find } = await withPapers(['2022服务器采购合同.pdf', '营业执照.pdf'])
  expect(await find(text)).toEqual(
    text === '.p'
      ? ['营业执照.pdf', '2022服务器采购合同.pdf']
      : found
        ? ['2022服务器采购合同.pdf']
        : [],
  )
})

test('terms apart by spaces must all be found, wherever they stand', async () => {
  const { find, call, first } = await withPapers(['服务器采购合同.pdf', '服务器验收单.pdf'])
  await call('material.describe', { sha256: first, note: '原件在三号档案柜' })
  expect(await find('服务器 档案柜')).toEqual(['服务器采购合同.pdf'])
  expect(await find('服务器 发票')).toEqual([])
})

test('facts, numbers in part, dates as said, kind and note find a paper; what was taken back does not', async () => {
  const { find, call, first } = await withPapers(['扫描件.pdf', '另一份.pdf'])
  const facts = {
    number: '24322000000123456789',
    seller: '徐州某某智能科技有限公司',
    amount: '1234567.80',
    issuedOn: '2023-05-06',
  }
  await call('material.describe', { sha256: first, kind: 'invoice', facts })
  for (const text of [
    '0123456',
    '智能科技',
    '1,234,567.8',
    '567.80',
    '2023年5月6日',
    '发票',
    '345',
  ])
    expect([text, await find(text)]).toEqual([text, ['扫描件.pdf']])
  await call('material.describe', { sha256: first, facts: { seller: '' }, kind: 'contract' })
  expect(await find('智能科技')).toEqual([])
  expect(await find('发票')).toEqual([])
})

test('text that was read out of a file is found across its line breaks, and leaves with the paper', async () => {
  const { house, find, call, first } = await withPapers(['甲.pdf', '乙.pdf'])
  const { material } = await call('material.open', { sha256: first })
  keepText(house as never, material.seq, '本报告由江苏某某会计师\n事务所 出具，编号 AB-1001')
  expect(await find('会计师事务所')).toEqual(['甲.pdf'])
  expect(await find('AB-1001')).toEqual(['甲.pdf'])
  // Another change of the row keeps the text findable.
  await call('material.describe', { sha256: first, note: '改' })
  expect(await find('会计师事务所')).toEqual(['甲.pdf'])
  await call('material.discard', { sha256: first })
  expect(await find('会计师事务所')).toEqual([])
})

test('signs of query languages mean nothing', async () => {
  const { find } = await withPapers(['甲" OR "乙.pdf', '丙*.pdf'])
  expect(await find('" OR "')).toEqual(['甲" OR "乙.pdf'])
  expect(await find('丙*')).toEqual(['丙*.pdf'])
  expect(await find('body : 甲')).toEqual([])
  for (const odd of ['"', '*', '(', '^', 'NEAR(', ' ', '\u0000', '{body}', '-'])
    await expect(find(odd)).resolves.toBeInstanceOf(Array)
})

test('initials find a name under every reading of its characters', async () => {
  const { find, call } = await withPapers([
    '重庆分公司审计报告.pdf',
    '银行回单.pdf',
    'ISO9001证书.pdf',
  ])
  for (const text of ['sjbg', 'cqfgs', 'zqfgs', 'SJ'])
    expect(await find(text)).toContain('重庆分公司审计报告.pdf')
  for (const text of ['yhhd', 'yxhd']) expect(await find(text)).toEqual(['银行回单.pdf'])
  expect(await find('iso9001')).toEqual(['ISO9001证书.pdf'])
  expect(await find('9001zs')).toEqual(['ISO9001证书.pdf'])
  expect(await find('sjgb')).toEqual([])
  const { total } = await call('material.list', { initials: 'pdf' })
  expect(total).toBe(3)
})

test('filters hold together; each count says what choosing it would show', async () => {
  const { call, hashes } = await withPapers([
    '2022年度审计报告.pdf',
    '2021年度审计报告.pdf',
    '质量管理体系证书.pdf',
    '高新技术企业证书.pdf',
    '随手拍.jpg',
  ])
  const [, , quality = '', hightech = ''] = hashes
  await call('material.describe', { sha256: quality, validTo: '2024-02-29' })
  await call('material.describe', { sha256: hightech, validTo: '2024-05-30' })
  const facets = await call('material.facets', {})
  expect(facets).toEqual({
    total: 5,
    kinds: { 'audit-report': 2, certificate: 2, other: 1 },
    years: { 0: 3, 2021: 1, 2022: 1 },
    validity: { valid: 0, expiring: 1, expired: 1, future: 0, unknown: 3 },
    used: { yes: 0, no: 5 },
    confirmed: { yes: 2, no: 3 },
    damaged: 0,
    superseded: 0,
    tags: {},
    cabinets: {},
    binned: 0,
  })
  const within = await call('material.facets', { kind: 'certificate', validity: 'expired' })
  expect(within).toMatchObject({
    total: 1,
    kinds: { certificate: 1 },
    validity: { expiring: 1, expired: 1 },
    confirmed: { yes: 1, no: 0 },
  })
  const names = async (input: Parameters<typeof call<'material.list'>>[1]) =>
    (await call('material.list', input)).materials.map(({ name }) => name)
  expect(await names({ year: 2022 })).toEqual(['2022年度审计报告.pdf'])
  expect(await names({ validity: 'expiring' })).toEqual(['高新技术企业证书.pdf'])
  // Its last day still counts; on another day the same paper stands otherwise.
  expect(await names({ validity: 'expired', on: '2024-02-29' })).toEqual([])
  expect(await names({ validity: 'valid', on: '2024-01-01' })).toEqual(['高新技术企业证书.pdf'])
  expect(await names({ text: '审计', confirmed: false, year: 2021 })).toEqual([
    '2021年度审计报告.pdf',
  ])
  expect(await names({ expiresBy: '2024-12-31' })).toEqual([
    '质量管理体系证书.pdf',
    '高新技术企业证书.pdf',
  ])
  await expect(call('material.list', { validity: 'soon' as never })).rejects.toMatchObject({
    fault: { code: 'input.invalid' },
  })
})

test('a search is paged without gap or repetition, newest first', async () => {
  const names = Array.from({ length: 25 }, (_, n) => `检测报告${n}.txt`)
  const { call } = await withPapers(names)
  const seen: string[] = []
  for (let before: number | undefined; ; ) {
    const page = await call('material.list', {
      text: '检测报告',
      limit: 10,
      ...(before ? { before } : {}),
    })
    expect(page.total).toBe(25)
    seen.push(...page.materials.map(({ name }) => name))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toEqual(names.toReversed())
})

test('a row says where its paper is used, and an invoice where any file of it is claimed', async () => {
  const { call, hashes } = await withPapers(['发票.pdf', '发票扫描.pdf', '合同.pdf'])
  const [pdf = '', scan = '', contract = ''] = hashes
  for (const sha256 of [pdf, scan]) {
    await call('material.describe', { sha256, kind: 'invoice', facts: { number: '24320001' } })
  }
  const edition = { id: 'js-internet-plus-base', edition: '2022' }
  const application = await call('application.create', edition)
  const slot = application.slots[0]?.id ?? ''
  await call('application.attach', { id: application.id, slot, materials: [pdf] })
  const { materials } = await call('material.list', {})
  const used = Object.fromEntries(materials.map((each) => [each.sha256, each.used]))
  expect(used[contract]).toEqual([])
  expect(used[pdf]).toMatchObject([{ application: application.id, sha256: pdf }])
  expect(used[scan]).toMatchObject([{ application: application.id, sha256: pdf }])
  expect((await call('material.list', { used: true })).materials.map((m) => m.sha256)).toEqual([
    pdf,
  ])
  expect((await call('material.facets', {})).used).toEqual({ yes: 1, no: 2 })
})
