/** What the linter says of statements: every gap in the wording can be filled, every text is read. */
import { expect, test } from 'vitest'
import { checkPack } from '../../../electron/engine/programme/pack-check.ts'
import { plainPack, source } from '../../fixtures/programme.ts'

const statement = (change: Record<string, unknown> = {}) => ({
  id: 'related',
  title: '关联交易说明',
  slot: 'audit',
  texts: [{ id: 'fairness', label: '价格公允性说明', hint: '写明定价依据。' }],
  paragraphs: ['{{name}}就{{title}}说明如下，{{parties}}。', '{{fairness}}'],
  places: ['申报单位（盖章）：'],
  source,
  ...change,
})
const faultsOf = (...statements: unknown[]) =>
  checkPack(JSON.stringify({ ...plainPack, statements }, null, 2)).faults

const text = { id: 'fairness', label: '价格公允性说明' }

test.each<[string, Record<string, unknown>, string[]]>([
  ['facts and texts', {}, []],
  ['no texts at all', { texts: undefined, paragraphs: ['{{name}}承诺如下。'] }, []],
  ['no such slot', { slot: 'x' }, ['statements[0].slot unknown.slot']],
  [
    'a gap that nothing fills',
    { paragraphs: ['{{fairness}}', '{{fairnes}}和{{ name }}'] },
    ['statements[0].paragraphs[1] statement.gap', 'statements[0].paragraphs[1] statement.gap'],
  ],
  [
    'a text that no paragraph uses',
    { texts: [text, { ...text, id: 'ownership' }] },
    ['statements[0].texts[1].id statement.unused'],
  ],
  [
    'a text named like a fact',
    { texts: [text, { ...text, id: 'title' }] },
    ['statements[0].texts[1].id statement.fact'],
  ],
  ['a text twice', { texts: [text, text] }, ['statements[0].texts[1].id duplicate.id']],
  [
    'a hint that breaks off',
    { texts: [{ ...text, hint: '写明定价依据和' }] },
    ['statements[0].texts[0].hint text.cut'],
  ],
  [
    'a text without a label',
    { texts: [{ id: 'fairness' }] },
    ['statements[0].texts[0].label schema'],
  ],
])('%s', (_, change, faults) => {
  expect(faultsOf(statement(change)).map(({ path, code }) => `${path} ${code}`)).toEqual(faults)
})

test('a text belongs to its own statement alone, and the fault names it in a sentence', () => {
  const [fault, ...more] = faultsOf(statement(), statement({ id: 'other', texts: [] }))
  expect(more).toEqual([])
  expect(fault).toMatchObject({ path: 'statements[1].paragraphs[1]' })
  expect(fault?.reason).toContain('“fairness”')
})
