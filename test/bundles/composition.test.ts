/** Whatever an application holds, its bundle keeps every rule: names, lists, sums and references. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { componentFault, foldKey, pathFault } from '../../electron/engine/bundle/names.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import type { ApplicationView } from '../../shared/model/application.ts'
import { quietJob } from '../support/quiet-job.ts'
import { exampleInput, type Papers } from './example.ts'

/** A small generator with a fixed start, so that a failure can be seen again. */
function chance(seed: number) {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return { below, of: <T>(list: readonly T[]): T => list[below(list.length)] as T }
}

const titles = [
  '审计报告',
  '审计报告',
  'CON',
  'con.nul',
  'aux.',
  '...',
  '',
  '佐证/材料\\其他:*?"<>|',
  '附件１',
  '附件1',
  'ﬁle',
  'FILE',
  `${'超长的材料要求名称'.repeat(30)}`,
  '𠮷'.repeat(80),
  'e\u0301\u202e\u200b',
  '50%完成',
  ' 前后空格 ',
  '申报书',
]
const names = [
  ...titles.map((title) => `${title}.pdf`),
  '报告.PDF',
  '报告.pdf',
  '报告',
  '.pdf',
  '..pdf',
  'Straße.docx',
  'STRASSE.DOCX',
  '扫描件.tar.gz',
  '照片.jpeg.',
  `${'长'.repeat(300)}.abcdefgh`,
  `a.${'x'.repeat(40)}`,
  'LPT1.txt',
  '../../etc/passwd',
  'C:\\Users\\张三\\报告.pdf',
  '\u3164.pdf',
  '\ud800半个字.pdf',
  '换\n行.pdf',
]

/** An application of random slots and papers; some slots stay empty or are waived. */
function randomInput(seed: number) {
  const { below, of } = chance(seed)
  const slotCount = 1 + below(12)
  const bytes = (n: number) => Buffer.from(`${seed} ${n} ${'x'.repeat(below(3000))}`)
  const papers: Papers = Array.from({ length: below(30) }, (_, n) => {
    // The same paper may be linked twice, under two names.
    const content = n % 5 === 4 ? Buffer.from('the same paper') : bytes(n)
    return [`s${below(slotCount)}`, of(names), content] as const
  })
  const input = exampleInput(papers.map(([, name, content]) => ['proof', name, content] as const))
  const all = input.view.slots.flatMap(({ materials }) => materials)
  const [template] = input.view.pack.slots
  if (!template) throw new Error('the example has slots')
  const slots = Array.from({ length: slotCount }, (_, i) => ({
    ...template,
    id: `s${i}`,
    title: of(titles) || '无名',
  }))
  const view: ApplicationView = {
    ...input.view,
    short: of(titles).slice(0, 16) || '简称',
    pack: { ...input.view.pack, slots },
    slots: slots.map(({ id }) => ({
      id,
      applies: of(['yes', 'no', 'open'] as const),
      materials: all.filter((_, n) => papers[n]?.[0] === id),
      waived: of([null, '本企业没有']),
      available: 0,
      when: null,
    })),
  }
  const formPdf = below(3) === 0 ? null : input.formPdf
  const facts = { ...input.enterprise.facts, name: of(titles) }
  return { ...input, view, formPdf, enterprise: { ...input.enterprise, facts } }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const seeds = Array.from({ length: 24 }, (_, i) => 7919 * (i + 1))

test.each(seeds)('bundle of chance %i', async (seed) => {
  const input = randomInput(seed)
  const spec = composeBundle(input)
  const path = join(input.dir, 'bundle.zip')
  const written = await writeBundle(spec, path, quietJob)
  expect(written.report.reasons).toEqual([])
  expect(statSync(path).size).toBe(spec.size)

  // A stranger lists exactly these names, sorted by bytes, each allowed and unlike any other.
  const listed = execFileSync('unzip', ['-Z1', path], {
    encoding: 'utf8',
    env: { LC_ALL: 'C.UTF-8' },
  })
    .trimEnd()
    .split('\n')
  expect(listed).toEqual(
    spec.sources
      .map(({ name }) => name)
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
  )
  expect(listed.filter((name) => pathFault(name) !== null || /\/$/.test(name))).toEqual([])
  expect(new Set(listed.map(foldKey)).size).toBe(listed.length)
  expect(listed.flatMap((name) => name.split('/')).filter((each) => componentFault(each))).toEqual(
    [],
  )
  expect(listed.every((name) => name.startsWith(`${spec.root}/`))).toBe(true)

  const folder = mkdtempSync(join(tmpdir(), 'composed-'))
  execFileSync('unzip', ['-q', path, '-d', folder])
  const bag = join(folder, spec.root)
  const text = (name: string) => readFileSync(join(bag, name), 'utf8')
  const inside = listed.map((name) => name.slice(spec.root.length + 1))
  const data = inside.filter((name) => name.startsWith('data/'))
  const manifestOf = (name: string) =>
    text(name)
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(66))
  expect(manifestOf('manifest-sha256.txt')).toEqual(data)
  expect(manifestOf('tagmanifest-sha256.txt')).toEqual(
    inside.filter((name) => !/^(data\/|signatures\/|tagmanifest-)/.test(name)),
  )
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    for (const line of text(name).split('\n').slice(0, -1)) {
      expect(sha256(readFileSync(join(bag, line.slice(66))))).toBe(line.slice(0, 64))
    }
  }
  const total = data.reduce((sum, name) => sum + statSync(join(bag, name)).size, 0)
  expect(text('bag-info.txt')).toContain(`\nPayload-Oxum: ${total}.${data.length}\n`)

  // application.json names every payload file once, with the name that a person gave it.
  const said = JSON.parse(text('application.json'))
  const materials: { path: string; name: string; sha256: string; slot: string }[] = said.materials
  const form = said.form ? [said.form.path] : []
  expect([...form, ...materials.map((each) => each.path)].sort()).toEqual([...data].sort())
  const linked = input.view.slots.flatMap(({ id, materials: own }) =>
    own.map((each) => [id, each.name.toWellFormed(), each.sha256]),
  )
  expect(materials.map((each) => [each.slot, each.name.toWellFormed(), each.sha256])).toEqual(
    linked,
  )

  // Folders carry the numbers of the official list, empty slots included.
  const first = input.formPdf ? 2 : 1
  const numbers = materials.map((each) => Number(/^data\/(\d+)_/.exec(each.path)?.[1]))
  expect(numbers).toEqual(
    linked.map(([id]) => first + input.view.slots.findIndex((slot) => slot.id === id)),
  )
})

test('the same state composes the same files but for the signature, whatever is in it', () => {
  for (const seed of seeds.slice(0, 6)) {
    const input = randomInput(seed)
    const files = () =>
      composeBundle(input)
        .sources.filter(({ name }) => !name.endsWith('.p7s'))
        .map(({ name, sha256: hash }) => `${hash} ${name}`)
    expect(files()).toEqual(files())
  }
})

test('a thousand papers in one slot keep their order and their numbers', async () => {
  const papers: Papers = Array.from({ length: 1001 }, (_, n) => [
    'proof',
    n % 2 === 0 ? '同名.pdf' : '同名.PDF',
    Buffer.from(`${n}`),
  ])
  const input = exampleInput(papers)
  const path = join(input.dir, 'many.zip')
  await writeBundle(composeBundle(input), path, quietJob)
  writeFileSync(join(input.dir, 'list.txt'), execFileSync('unzip', ['-Z1', path]))
  const proofs = readFileSync(join(input.dir, 'list.txt'), 'utf8')
    .split('\n')
    .filter((name) => name.includes('/04_'))
    .map((name) => name.split('/').at(-1))
  expect(proofs[0]).toBe('0001_同名.pdf')
  expect(proofs).toHaveLength(1001)
  expect(proofs).toEqual(proofs.toSorted())
  expect((await verifyBundle(path, quietJob)).ok).toBe(true)
})
