/** Whatever reaches the gate, the answer is a value or a foreseen fault, and the vault stays whole. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serve } from '../../electron/engine/serve.ts'
import { calls, type Name } from '../../shared/contract.ts'
import { engineWithVault, file, root, tempFolder } from '../support/house.ts'
import { quietJob } from '../support/quiet-job.ts'
import { type Chance, chanceOf } from '../support/random.ts'

const hard = [
  '',
  ' ',
  '0',
  '-0',
  '1e999',
  '9'.repeat(400),
  '１２３．４５',
  '二〇二二年',
  '2022-02-30',
  '0001-01-01',
  '9999-12-31',
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  "'; DROP TABLE material; --",
  '%_\\%',
  '\u0000中\u0000',
  '\ud83d',
  '\udc00截断的表情',
  '👨‍👩‍👧‍👦'.repeat(20),
  '\u202e反写',
  '长'.repeat(1900),
  '../../../etc/passwd',
  '{{name}}',
  '=1+1',
  '\r\n\t',
]

const keys = (
  'id edition track slot sha256 condition outcome reading point ticked files materials answers base ' +
  'facts indicators code year value name note reason to file folder recent kind text limit offset ' +
  'before corrections path hash language validTo identity creditCode deleted'
).split(' ')

/** The example's ids, papers and fields beside hard texts: many inputs come near to right ones. */
async function furnished() {
  const engine = engineWithVault()
  const { call, handle } = engine
  await call('sample.load', {})
  const rows = await call('application.list', {})
  const views = await Promise.all(rows.map(({ id }) => call('application.open', { id })))
  const { materials } = await call('material.list', { limit: 20 })
  const { programmes } = await call('programme.list', {})
  const dir = tempFolder()
  mkdirSync(join(dir, '文件夹'))
  const pack = readFileSync(`${root}assets/programmes/js-internet-plus-base-2022.json`)
  const handles = [
    join(dir, '没有', '这里.pdf'),
    join(dir, '文件夹'),
    join(dir, '新文件.zip'),
    file(dir, '正常.pdf', '%PDF-1.4'),
    file(dir, '空.pdf', ''),
    file(dir, '包.json', pack),
    file(dir, '坏.json', '{"format":1,'),
  ].map(handle)
  const right: Readonly<Record<string, readonly unknown[]>> = {
    id: [...rows.map(({ id }) => id), ...programmes.map(({ id }) => id)],
    edition: programmes.map(({ edition }) => edition),
    slot: views.flatMap(({ pack: { slots } }) => slots.map(({ id }) => id)),
    condition: views.flatMap(({ pack: { conditions } }) => conditions.map(({ id }) => id)),
    sha256: materials.map(({ sha256 }) => sha256),
    outcome: ['met', 'unmet', null],
    base: [0, 1, 1000],
    limit: [1, 500],
    name: ['王工', ...hard],
    to: handles,
    file: handles,
    files: [handles, handles.slice(0, 1)],
    materials: [materials.slice(0, 3).map(({ sha256 }) => sha256)],
    hash: views.map(({ packHash }) => packHash),
  }
  const words = [...hard, ...Object.values(right).flat(), 'invoice', 'zh-CN']
  return { ...engine, right, words, views, materials }
}

type Furnished = Awaited<ReturnType<typeof furnished>>

const others = [null, true, false, 0, 1, -1, 2022, 1.5, Number.MAX_SAFE_INTEGER, 1e300, Number.NaN]

function anything(words: readonly unknown[], chance: Chance, depth = 0): unknown {
  const what = chance.below(depth > 3 ? 4 : 7)
  if (what < 3) return chance.pick(words)
  if (what === 3) return chance.pick(others)
  const inner = () => anything(words, chance, depth + 1)
  if (what === 4) return Array.from({ length: chance.below(4) }, inner)
  const named = () => [String(chance.pick([...keys, ...words])), inner()] as const
  return Object.fromEntries(Array.from({ length: 1 + chance.below(4) }, named))
}

/** The keys that the call takes, most of them with a value of the right kind. */
function nearlyRight({ right, words }: Furnished, name: Name, chance: Chance): unknown {
  const { input } = calls[name]
  const shape = 'shape' in input ? Object.keys(input.shape as object) : keys
  const valueFor = (key: string) =>
    right[key] && chance.below(8) > 0 ? chance.pick(right[key]) : anything(words, chance, 2)
  return Object.fromEntries(
    shape.filter(() => chance.below(6) > 0).map((key) => [key, valueFor(key)]),
  )
}

/** These would end the vault that the run is about, or take long. */
const spared = ['vault.close', 'vault.create', 'vault.open', 'sample.load', 'sample.remove']
const slow = ['application.export', 'application.render', 'vault.fsck']
const names = (Object.keys(calls) as Name[]).filter((name) => !spared.includes(name))

const surprises = ({ desk }: Furnished) => {
  const log = join(desk.config, 'surprises.log')
  return existsSync(log) ? readFileSync(log, 'utf8') : ''
}

test.each([1, 2])(
  'random inputs, seed %i: a value or a foreseen fault, never a surprise',
  async (seed) => {
    const at = await furnished()
    const chance = chanceOf(seed)
    const codes = new Map<string, number>()
    for (let n = 0; n < 700; n += 1) {
      const name = chance.pick(names)
      if (slow.includes(name) && chance.below(8) > 0) continue
      const input =
        chance.below(3) === 0 ? anything(at.words, chance) : nearlyRight(at, name, chance)
      const outcome = await serve(at.desk, name, input, quietJob)
      const code = 'fault' in outcome ? outcome.fault.code : 'value'
      codes.set(code, (codes.get(code) ?? 0) + 1)
      if (code === 'unexpected') expect({ name, input, log: surprises(at) }).toBeNull()
    }
    expect(surprises(at)).toBe('')
    // The run did reach the services, not only the gate.
    expect(codes.get('value')).toBeGreaterThan(50)
    expect(codes.size).toBeGreaterThan(8)
    expect((await at.call('vault.fsck', {})).damages).toEqual([])
  },
)

test('hard texts wherever one is taken: kept or refused, and no row is found damaged', async () => {
  const at = await furnished()
  const { call, desk, views, materials } = at
  const form = views.find(({ pack }) => pack.form)
  const fields = form?.pack.form?.fields ?? []
  const give = async (name: Name, input: unknown) => {
    await serve(desk, name, input, quietJob)
    expect({ name, input, log: surprises(at) }).toEqual({ name, input, log: '' })
  }
  for (const [n, text] of hard.entries()) {
    const id = form?.id ?? ''
    const field = fields[n % fields.length]?.id ?? ''
    const sha256 = materials[n % materials.length]?.sha256
    const facts = { [text]: text, number: text }
    const indicators = [{ code: 'main-revenue', year: 2022, value: text }]
    const condition = form?.verdicts[0]?.condition
    await give('enterprise.fill', { base: 99_999, facts: { name: text, address: text } })
    await give('enterprise.fill', { base: 99_999, indicators })
    await give('material.describe', { sha256, name: text, note: text })
    await give('material.describe', { sha256, facts })
    await give('material.list', { text, kind: text })
    await give('application.waive', { id, slot: form?.slots[0]?.id, reason: text })
    await give('application.attest', { id, condition, outcome: 'met', name: text, note: text })
    await give('application.fill', { id, base: 99_999, answers: { [field]: text } })
    await give('identity.create', { name: text, creditCode: text })
    await give('application.open', { id })
    const { damages } = await call('vault.fsck', {})
    expect({ text, damages }).toEqual({ text, damages: [] })
  }
  await call('programme.list', {})
})

test('tables filled with cells of every shape open again, and print', async () => {
  const at = await furnished()
  const { call, desk, views } = at
  const form = views.find(({ pack }) => pack.form)
  const tables = (form?.pack.form?.fields ?? []).filter((field) => field.type === 'table')
  expect(tables.length).toBeGreaterThan(0)
  const id = form?.id ?? ''
  for (const { id: table, columns } of tables) {
    const row = (cell: (n: number) => unknown, end = '') =>
      Object.fromEntries(columns.map((column, n) => [`${column.id}${end}`, cell(n)]))
    const rows = [row(() => ['甲', '乙']), row((n) => hard[n + 3]), row(() => '其他', '.other'), {}]
    for (const answer of [rows, [], '', ['甲'], '甲', rows.slice(1)]) {
      const input = { id, base: 99_999, answers: { [table]: answer } }
      const outcome = await serve(desk, 'application.fill', input, quietJob)
      if ('fault' in outcome)
        expect(outcome.fault.code).toMatch(/^(application.value|input.invalid)$/)
    }
  }
  await call('application.open', { id })
  await call('application.list', {})
  const outcome = await serve(desk, 'application.render', { id }, quietJob)
  if ('fault' in outcome) expect(outcome.fault.code).toBe('form.glyph')
  expect(surprises(at)).toBe('')
})
