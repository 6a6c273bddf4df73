/** What is known around a paper: versions, triples, place and tags, validity on a day, saved views. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const clock = () => new Date('2024-03-01T02:00:00Z')

async function withPapers(names: readonly string[]) {
  const engine = engineWithVault(clock)
  const dir = tempFolder()
  const files = names.map((name) => engine.handle(file(dir, name, name)))
  const { results } = await engine.call('material.import', { files })
  return { ...engine, hashes: results.map(({ sha256 = '' }) => sha256) }
}

const namesOf = (papers: readonly { readonly name: string }[]) => papers.map(({ name }) => name)

test('a paper takes the place of an older one; the chain is shown newest first, the old one stays', async () => {
  const { call, hashes } = await withPapers(['证书2021.pdf', '证书2022.pdf', '证书2023.pdf'])
  const [a = '', b = '', c = ''] = hashes
  await call('material.replace', { sha256: b, older: a })
  await call('material.replace', { sha256: c, older: b })
  for (const sha256 of hashes) {
    const { versions } = await call('material.open', { sha256 })
    expect(namesOf(versions)).toEqual(['证书2023.pdf', '证书2022.pdf', '证书2021.pdf'])
  }
  expect(namesOf((await call('material.list', { superseded: false })).materials)).toEqual([
    '证书2023.pdf',
  ])
  expect((await call('material.facets', {})).superseded).toBe(2)
  const loop = call('material.replace', { sha256: a, older: c })
  await expect(loop).rejects.toMatchObject({ fault: { code: 'version.chain' } })
  await call('material.replace', { sha256: c, older: null })
  await call('material.replace', { sha256: b, older: null })
  await call('material.replace', { sha256: c, older: a })
  const taken = call('material.replace', { sha256: b, older: a })
  await expect(taken).rejects.toMatchObject({
    fault: { code: 'version.taken', data: { older: '证书2021.pdf', name: '证书2023.pdf' } },
  })
  expect((await call('material.open', { sha256: b })).versions).toEqual([])
})

test('last year’s paper is proposed for this year’s, with what speaks for it', async () => {
  const names = ['ISO9001证书_2022版.pdf', '高新证书.pdf', 'ISO9001证书_2023版.pdf', '专利.pdf']
  const { call, hashes } = await withPapers(names)
  const facts = { title: '质量管理体系认证证书', holder: '示例制造有限公司' }
  for (const at of [0, 2]) {
    await call('material.describe', { sha256: hashes[at] ?? '', kind: 'certificate', facts })
  }
  const proposals = await call('material.propose', { sha256: hashes[2] ?? '', role: 'older' })
  expect(proposals.map(({ material, why }) => [material.name, why])).toEqual([
    ['ISO9001证书_2022版.pdf', ['title', 'holder', 'name']],
  ])
})

test('which version went into which application and bundle stays known, with its amount then', async () => {
  const { call, hashes, handle } = await withPapers(['发票旧.pdf', '发票新.pdf'])
  const [old = '', fresh = ''] = hashes
  const facts = { number: '00000001', amount: '5000000.00' }
  await call('material.describe', { sha256: old, kind: 'invoice', facts })
  const { id } = await call('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  await call('application.attach', { id, slot: 'invoices', materials: [old] })
  const place = tempFolder()
  const to = handle(join(place, '提交包.zip'))
  const receipt = await call('application.export', { id, to, reason: '演练' })
  await call('application.detach', { id, slot: 'invoices', sha256: old })
  await call('application.attach', { id, slot: 'invoices', materials: [fresh] })
  await call('material.describe', { sha256: old, facts: { amount: '1' } })
  await call('material.replace', { sha256: fresh, older: old })
  const { versions } = await call('material.open', { sha256: fresh })
  expect(versions).toMatchObject([
    { name: '发票新.pdf', uses: [{ application: id, state: 'exported' }], bundles: [] },
    {
      name: '发票旧.pdf',
      uses: [],
      bundles: [{ receipt: receipt.seq, bundleSha256: receipt.sha256, amount: '5000000.00' }],
    },
  ])
  expect(versions[1]?.bundles[0]?.file).toMatch(/^data\/.*\/001_?.*发票旧\.pdf$/)
})

test('contract, invoices and payments are linked, compared and added up', async () => {
  const { call, hashes } = await withPapers([
    '合同.pdf',
    '发票一.pdf',
    '发票一照片.png',
    '付款.pdf',
    '证书.pdf',
  ])
  const [contract = '', one = '', photo = '', payment = '', other = ''] = hashes
  const say = (sha256: string, kind: string, facts: Record<string, string>) =>
    call('material.describe', { sha256, kind, facts })
  await say(contract, 'contract', {
    partyA: '示例制造（徐州）有限公司',
    partyB: '示例软件有限公司',
    amount: '20000000.00',
    signedOn: '2022-03-01',
  })
  const invoice = {
    number: '25322000000012345678',
    buyer: '示例制造(徐州)有限公司',
    seller: '示例软件有限公司',
    amount: '20000000',
    issuedOn: '2022-04-01',
  }
  await say(one, 'invoice', invoice)
  await say(photo, 'invoice', invoice)
  await say(payment, 'payment', {
    payee: '示例软件有限公司',
    amount: '19999999.99',
    paidOn: '2022-04-02',
  })
  const proposals = await call('material.propose', { sha256: contract, role: 'invoice' })
  expect(proposals.map(({ why }) => why)).toEqual([
    ['party', 'amount', 'date'],
    ['party', 'amount', 'date'],
  ])
  await call('triple.join', { sha256: contract, other: one })
  await call('triple.join', { sha256: photo, other: contract })
  const { triple } = await call('triple.join', { sha256: payment, other: one })
  expect(triple?.sums).toEqual({
    contracted: '20000000',
    invoiced: '20000000',
    paid: '19999999.99',
    proven: '19999999.99',
  })
  expect(triple?.doubts).toEqual([
    {
      code: 'amount.paidUnder',
      weight: 'open',
      data: { less: '19999999.99', more: '20000000', by: '0.01' },
    },
    { code: 'invoice.repeated', weight: 'open', data: { name: '发票一照片.png' } },
  ])
  await say(one, 'invoice', { seller: '别的公司', issuedOn: '2022-02-01', amount: '20000001' })
  const [listed] = (await call('triple.list', { doubtful: true })).triples
  expect(listed?.doubts.filter(({ weight }) => weight === 'contradiction')).toMatchObject([
    { code: 'party.seller', data: { name: '发票一.pdf', says: '别的公司' } },
    { code: 'amount.invoicedOver', data: { by: '1' } },
    { code: 'date.invoice', data: { day: '2022-02-01', signed: '2022-03-01' } },
  ])
  const odd = call('triple.join', { sha256: other, other: contract })
  await expect(odd).rejects.toMatchObject({
    fault: { code: 'triple.kind', data: { name: '证书.pdf' } },
  })
  await call('triple.leave', { sha256: photo })
  await call('triple.leave', { sha256: payment })
  expect((await call('triple.leave', { sha256: one })).triple).toBeNull()
  expect((await call('triple.list', {})).total).toBe(0)
  expect((await call('vault.fsck', {})).damages).toEqual([])
})

test('papers of different triples are not mixed; sums go over all that fit', async () => {
  const { call, hashes } = await withPapers([
    '甲合同.pdf',
    '甲发票.pdf',
    '乙合同.pdf',
    '乙发票.pdf',
  ])
  for (const [at, sha256] of hashes.entries()) {
    const kind = at % 2 === 0 ? 'contract' : 'invoice'
    await call('material.describe', { sha256, kind, facts: { amount: '10.50' } })
  }
  const [a = '', b = '', c = '', d = ''] = hashes
  await call('triple.join', { sha256: a, other: b })
  await call('triple.join', { sha256: c, other: d })
  await expect(call('triple.join', { sha256: a, other: d })).rejects.toMatchObject({
    fault: { code: 'triple.other' },
  })
  expect(await call('triple.list', { limit: 1 })).toMatchObject({
    total: 2,
    sums: { contracted: '21', invoiced: '21', paid: '0', proven: '0' },
  })
  expect((await call('triple.list', { text: '甲' })).total).toBe(1)
})

test('place and tags are found, counted, changed for many and led back', async () => {
  const { call, hashes } = await withPapers(['甲.pdf', '乙.pdf', '丙.pdf'])
  const [a = '', b = ''] = hashes
  const filing = { cabinet: '3号柜', number: 'DA-2023-017', tags: ['重点', '上云'] }
  const view = await call('material.describe', { sha256: a, filing })
  expect(view.filing).toEqual({ ...filing, tags: ['上云', '重点'] })
  // Where a paper lies says nothing of its facts.
  expect(view.material.confirmed).toBe(false)
  expect(namesOf((await call('material.list', { text: 'da-2023' })).materials)).toEqual(['甲.pdf'])
  expect((await call('material.list', { tag: '上云' })).total).toBe(1)
  expect((await call('material.list', { cabinet: '3号柜' })).total).toBe(1)
  expect((await call('material.list', { cabinet: '' })).total).toBe(2)
  const before = (await call('material.list', {})).materials
  const done = await call('material.describeMany', {
    changes: [
      { sha256: a, addTags: ['贯标'], dropTags: ['重点'] },
      { sha256: b, filing: { cabinet: '3号柜' }, addTags: ['贯标'], validTo: '2024-05-01' },
    ],
  })
  const facets = await call('material.facets', {})
  expect(facets).toMatchObject({ tags: { 上云: 1, 贯标: 2 }, cabinets: { '3号柜': 2 } })
  await call('material.describeMany', { changes: [...done.before] })
  expect((await call('material.list', {})).materials).toEqual(before)
  await call('material.describe', { sha256: a, filing: { cabinet: '', number: '', tags: [] } })
  expect((await call('material.facets', {})).tags).toEqual({})
  expect(await call('vault.fsck', {})).toMatchObject({ ok: true, catalogue: 'good' })
})

test('validity is judged on any day, its beginning included', async () => {
  const { call, hashes } = await withPapers(['旧证.pdf', '今证.pdf', '新证.pdf', '无期.pdf'])
  const spans = [
    ['2020-01-01', '2023-12-31'],
    ['2023-01-01', '2024-04-30'],
    ['2024-06-01', '2027-05-31'],
  ]
  for (const [at, [validFrom, validTo]] of spans.entries()) {
    await call('material.describe', { sha256: hashes[at] ?? '', validFrom, validTo })
  }
  const valid = async (validOn: string) =>
    namesOf((await call('material.list', { validOn })).materials).toReversed()
  expect(await valid('2023-06-30')).toEqual(['旧证.pdf', '今证.pdf'])
  expect(await valid('2024-04-30')).toEqual(['今证.pdf'])
  expect(await valid('2024-05-15')).toEqual([])
  expect(await valid('2024-06-01')).toEqual(['新证.pdf'])
  const { validity } = await call('material.facets', {})
  expect(validity).toEqual({ valid: 0, expiring: 1, expired: 1, future: 1, unknown: 1 })
  expect((await call('material.facets', { on: '2023-06-30' })).validity).toMatchObject({ valid: 2 })
})

test('a filter is kept under a name, counted as things stand, replaced and dropped', async () => {
  const names = ['审计报告2020.pdf', '审计报告2021.pdf', '审计报告2023.pdf', '合同2022.pdf']
  const { call, handle } = await withPapers(names)
  const filter = { kind: 'audit-report', yearFrom: 2021, yearTo: 2023 }
  const name = '审计报告 2021–2023'
  expect(await call('view.save', { name, filter })).toMatchObject([{ name, count: 2 }])
  await call('view.save', { name: '待核对', filter: { confirmed: false } })
  await call('material.import', { files: [handle(file(tempFolder(), '审计报告2022.pdf', 'x'))] })
  expect((await call('view.list', {})).map((view) => [view.name, view.count])).toEqual([
    [name, 3],
    ['待核对', 5],
  ])
  await call('view.save', { name, filter: { kind: 'contract' } })
  expect((await call('view.list', {})).map(({ count }) => count)).toEqual([1, 5])
  expect(await call('view.drop', { name })).toHaveLength(1)
})

test('materials are offered the slots that take all of their kinds', async () => {
  const { call, hashes } = await withPapers(['合同.pdf', '发票.pdf'])
  const { id } = await call('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  const [contract = '', invoice = ''] = hashes
  const places = async (sha256s: string[]) => call('material.places', { sha256s })
  expect(
    (await places([invoice])).map(({ application, slot }) => [application, slot]),
  ).toContainEqual([id, 'invoices'])
  const both = await places([contract, invoice])
  const one = await places([contract])
  expect(both.length).toBeLessThanOrEqual(one.length)
})
