import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

async function withPapers(names: readonly string[]) {
  const engine = engineWithVault()
  const dir = tempFolder()
  const files = names.map((name) => engine.handle(file(dir, name, name)))
  const { results } = await engine.call('material.import', { files })
  return { ...engine, hashes: results.map(({ sha256 = '' }) => sha256) }
}

test('pages follow each other newest first, without gap or repetition', async () => {
  const names = Array.from({ length: 25 }, (_, n) => `材料${n}.txt`)
  const { call } = await withPapers(names)
  const seen: string[] = []
  for (let before: number | undefined; ; ) {
    const page = await call('material.list', { limit: 10, ...(before ? { before } : {}) })
    expect(page.total).toBe(25)
    seen.push(...page.materials.map(({ name }) => name))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toEqual(names.toReversed())
})

test('kinds are counted, and a part of a name finds a paper, signs included', async () => {
  const { call } = await withPapers(['2021年度审计报告.pdf', '服务器采购合同.pdf', '100%_完成.txt'])
  const page = await call('material.list', { text: '采购' })
  expect(page.materials.map(({ name }) => name)).toEqual(['服务器采购合同.pdf'])
  const { kinds } = await call('material.facets', {})
  expect(kinds).toEqual({ 'audit-report': 1, contract: 1, other: 1 })
  expect((await call('material.list', { text: '%_' })).total).toBe(1)
  expect((await call('material.list', { kind: 'contract' })).total).toBe(1)
})

test('what a person says of a paper stays, and is marked as confirmed', async () => {
  const { call, hashes } = await withPapers(['证书.pdf'])
  const sha256 = hashes[0] ?? ''
  await call('material.describe', {
    sha256,
    kind: 'certificate',
    facts: { number: 'AIITRE-001', issuer: '某机构' },
    validTo: '2024-05-06',
  })
  const view = await call('material.describe', { sha256, facts: { issuer: '' } })
  expect(view.material).toMatchObject({
    kind: 'certificate',
    facts: { number: 'AIITRE-001' },
    validTo: '2024-05-06',
    confirmed: true,
  })
  await expect(call('material.describe', { sha256, kind: '没有' })).rejects.toMatchObject({
    fault: { code: 'input.invalid' },
  })
  await expect(call('material.describe', { sha256, validTo: '2024-02-30' })).rejects.toMatchObject({
    fault: { code: 'input.invalid' },
  })
})

test('a discarded paper leaves the list, can be restored, and comes back when imported again', async () => {
  const { call, hashes, handle } = await withPapers(['甲.txt'])
  const sha256 = hashes[0] ?? ''
  await call('material.discard', { sha256 })
  expect((await call('material.list', {})).total).toBe(0)
  expect((await call('material.list', { deleted: true })).total).toBe(1)
  await call('material.restore', { sha256 })
  expect((await call('material.list', {})).total).toBe(1)
  await call('material.discard', { sha256 })
  const again = await call('material.import', {
    files: [handle(file(tempFolder(), '甲.txt', '甲.txt'))],
  })
  expect(again.results).toMatchObject([{ outcome: 'restored', as: '甲.txt' }])
})

test('an unknown hash is named', async () => {
  const { call } = engineWithVault()
  const sha256 = 'a'.repeat(64)
  await expect(call('material.open', { sha256 })).rejects.toMatchObject({
    fault: { code: 'material.unknown', data: { sha256 } },
  })
})

test('papers that expire are paged soonest first, without gap or repetition', async () => {
  const { call, hashes } = await withPapers(Array.from({ length: 12 }, (_, n) => `证书${n}.txt`))
  for (const [n, sha256] of hashes.entries()) {
    await call('material.describe', { sha256, validTo: `2024-01-${10 + ((n * 5) % 12)}` })
  }
  const order = { expiresBy: '2024-12-31' }
  const whole = await call('material.list', order)
  const ends = whole.materials.map(({ validTo }) => validTo ?? '')
  expect(ends).toEqual(ends.toSorted())
  const seen: string[] = []
  for (let before: number | undefined, turn = 0; turn < 12; turn += 1) {
    const page = await call('material.list', { ...order, limit: 5, ...(before ? { before } : {}) })
    seen.push(...page.materials.map(({ sha256 }) => sha256))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toEqual(whole.materials.map(({ sha256 }) => sha256))
})
