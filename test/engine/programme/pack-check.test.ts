import { describe, expect, test } from 'vitest'
import { checkPack } from '../../../electron/engine/programme/pack-check.ts'
import { plainPack } from '../../fixtures/programme.ts'

type Plain = Record<string, unknown>
const text = JSON.stringify(plainPack, null, 2)

/** The pack as text after a change to its plain value. */
function changed(change: (pack: Plain) => void): string {
  const pack = structuredClone(plainPack) as Plain
  change(pack)
  return JSON.stringify(pack, null, 2)
}

/** Sets the value at a path like `conditions[0].rule.fact`. */
const set = (path: string, value: unknown) =>
  changed((pack) => {
    const parts = path.split(/[.[\]]+/).filter(Boolean)
    const last = parts.pop() ?? ''
    const at = parts.reduce<Plain>((all, part) => all[part] as Plain, pack)
    at[last] = value
  })

const rule = (value: unknown) => set('conditions[0].rule', value)
const first = (pack: string) => checkPack(pack).faults[0]

/** The line on which a text stands for the first time, or after another text. */
const lineOf = (pack: string, needle: string, after = '') =>
  pack.slice(0, pack.indexOf(needle, pack.indexOf(after))).split('\n').length

const operand = (value: unknown, unit = '个') =>
  rule({ kind: 'threshold', value, op: '>=', bound: '1', unit })
const grid = 'form.sections[0].blocks[0]'

describe('pack check', () => {
  test('a sound pack has no faults', () => {
    expect(checkPack(text).faults).toEqual([])
    expect(checkPack(text).pack?.id).toBe('sample-programme')
  })

  test.each([
    ['a missing comma', text.replace('"format": 1,', '"format": 1'), 3, '"," is expected'],
    ['an open string', text.replace('"2023",', '"2023,'), 4, 'closing quotation mark'],
    ['a bare word', text.replace('"format": 1', '"format": one'), 2, 'one is not a value'],
    ['a trailing comma', '{\n"a": [1,\n]}', 3, 'a value is expected'],
    ['text after the end', '{}\n\nx', 3, 'text after the end'],
    ['an empty file', '', 1, 'a value is expected'],
    ['an unclosed object', '{\n"a": {\n', 3, 'a key in double quotes is expected'],
  ])('syntax: %s', (_, pack, line, detail) => {
    const { pack: none, faults } = checkPack(pack)
    expect(none).toBeUndefined()
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ line, path: '' })
    expect(faults[0]?.reason).toContain(detail)
  })

  test('a key that stands twice', () => {
    const pack = text.replace('"level"', '"title": "x",\n  "level"')
    expect(first(pack)).toMatchObject({ path: 'title', code: 'duplicate.key' })
    expect(first(pack)?.line).toBe(lineOf(pack, '"title": "x"'))
  })

  test.each([
    [
      'a condition without source',
      (p: Plain) => delete (p.conditions as Plain[])[0]?.source,
      'conditions[0].source',
    ],
    ['an unknown key', (p: Plain) => Object.assign(p, { extra: 1 }), 'extra'],
    ['a wrong type', (p: Plain) => Object.assign(p, { baseYear: '2023' }), 'baseYear'],
    ['no conditions', (p: Plain) => Object.assign(p, { conditions: [] }), 'conditions'],
  ])('schema: %s', (_, change, path) => {
    const pack = changed(change)
    const fault = first(pack)
    expect(fault).toMatchObject({ path, code: 'schema' })
    expect(fault?.reason).toMatch(/^格式不符：./)
    expect(fault?.line).toBeGreaterThan(0)
  })

  test.each([
    ['an unknown rule', { kind: 'guess' }, 'conditions[0].rule.kind'],
    [
      'a bound as a number',
      { kind: 'threshold', value: { const: '1' }, op: '>=', bound: 3, unit: '' },
      'conditions[0].rule.bound',
    ],
    [
      'a fault deep in an operand',
      {
        kind: 'threshold',
        value: { indicator: 'revenue', year: '-1' },
        op: '>=',
        bound: '3',
        unit: '万元',
      },
      'conditions[0].rule.value.year',
    ],
    [
      'a day that does not exist',
      { kind: 'age', fact: 'registeredOn', years: 3, on: '2023-02-30' },
      'conditions[0].rule.on',
    ],
  ])('schema of rules: %s', (_, value, path) => {
    const pack = rule(value)
    expect(first(pack)?.path).toBe(path)
    expect(first(pack)?.line).toBe(lineOf(pack, `"${path.split('.').at(-1)}"`, '"rule"'))
  })

  test.each([
    ['duplicate.id', set('slots[1].id', 'audit'), 'slots[1].id', '“audit”'],
    ['unknown.kind', set('slots[0].accepts', ['paper']), 'slots[0].accepts[0]', '“paper”'],
    ['unknown.region', set('region', '990000'), 'region', '“990000”'],
    [
      'unknown.document',
      set('conditions[0].source', { ...plainPack.windows[0]?.source, document: 'other' }),
      'conditions[0].source.document',
      '“other”',
    ],
    ['unknown.slot', set('slots[2].alternative', 'nowhere'), 'slots[2].alternative', '“nowhere”'],
    ['unknown.slot', set('form.fields[2].proof', 'nowhere'), 'form.fields[2].proof', '“nowhere”'],
    ['unknown.fact', set('form.fields[0].bind', 'fact:nobody'), 'form.fields[0].bind', '“nobody”'],
    [
      'unknown.indicator',
      set('form.fields[2].bind', 'indicator:luck@-1'),
      'form.fields[2].bind',
      '“luck”',
    ],
    ['slot.counts', set('slots[1].max', 1), 'slots[1].min', '2份多于最多1份'],
    ['window.order', set('windows[0].closes', '2023-02-05'), 'windows[0].closes', '2023-02-05早于'],
    [
      'window.empty',
      set('windows', [{ id: 'e', role: 'enterprise', source: plainPack.windows[0]?.source }]),
      'windows[0]',
      '既无日期',
    ],
    ['options.missing', set('form.fields[5].options', undefined), 'form.fields[5]', '没有选项'],
    ['text.cut', set('conditions[0].text', '注册时间不少于3年和'), 'conditions[0].text', '“和”'],
    ['text.cut', set('conditions[0].text', '注册时间不少于3年，'), 'conditions[0].text', '“，”'],
    ['text.bracket', set('slots[0].title', '专项审计报告（盖章'), 'slots[0].title', '不成对'],
    [
      'unknown.fact',
      rule({ kind: 'age', fact: 'born', years: 3, on: '2023-02-28' }),
      'conditions[0].rule.fact',
      '“born”',
    ],
    [
      'unknown.title',
      rule({ kind: 'held', titles: ['star-9'], min: 1 }),
      'conditions[0].rule.titles[0]',
      '“star-9”',
    ],
    [
      'unknown.field',
      rule({ kind: 'answered', field: 'nothing' }),
      'conditions[0].rule.field',
      '“nothing”',
    ],
    [
      'unknown.slot',
      rule({ kind: 'evidence', slot: 'nothing', min: 1 }),
      'conditions[0].rule.slot',
      '“nothing”',
    ],
    [
      'unknown.option',
      rule({ kind: 'chosen', field: 'level', options: ['x'], min: 1 }),
      'conditions[0].rule.options[0]',
      '“x”',
    ],
    [
      'rule.count',
      rule({ kind: 'atLeast', n: 2, of: [{ kind: 'attest', question: '是否？' }] }),
      'conditions[0].rule.n',
      '要求2项',
    ],
    [
      'unknown.indicator',
      operand({ indicator: 'luck', year: -1 }),
      'conditions[0].rule.value.indicator',
      '“luck”',
    ],
    ['unknown.table', operand({ rows: 'name' }), 'conditions[0].rule.value.rows', '“name”'],
    [
      'unknown.column',
      operand({ rows: 'firms', distinct: 'x' }),
      'conditions[0].rule.value.distinct',
      '“x”',
    ],
    [
      'unknown.option',
      operand({ rows: 'firms', where: [{ column: 'star', in: ['six'] }] }),
      'conditions[0].rule.value.where[0].in[0]',
      '“six”',
    ],
    [
      'unknown.materialFact',
      operand({ materials: ['audit'], fact: 'x' }, '元'),
      'conditions[0].rule.value.fact',
      '“x”',
    ],
    [
      'unit.incomparable',
      operand({ indicator: 'revenue', year: -1 }, '%'),
      'conditions[0].rule.unit',
      '“万元”与“%”',
    ],
    [
      'rule.growth',
      operand({ growth: 'revenue', from: -1, to: -1 }, '%'),
      'conditions[0].rule.value.to',
      '止年',
    ],
    ['layout.unplaced', set('form.cover', []), 'form.fields[0].id', '“name”'],
    [
      'layout.twice',
      set(
        'form.cover',
        ['name', 'place'].map((field) => ({ field, label: '甲' })),
      ),
      `${grid}.rows[1].cells[0].field`,
      '“place”',
    ],
    [
      'unknown.field',
      set(`${grid}.rows[0].cells[1].field`, 'outputs'),
      `${grid}.rows[0].cells[1].field`,
      '“outputs”',
    ],
    [
      'layout.width',
      set(`${grid}.rows[0].cells[2].colSpan`, 1),
      `${grid}.rows[0]`,
      '占3列，应为4列',
    ],
    [
      'layout.rowspan',
      set(`${grid}.rows[2].cells[0].rowSpan`, 2),
      `${grid}.rows[2].cells[0]`,
      '纵向合并',
    ],
    [
      'layout.column',
      set(`${grid}.rows[0].cells[0].column`, 'name'),
      `${grid}.rows[0].cells[0].column`,
      '“name”',
    ],
    [
      'layout.columnUnplaced',
      set(`${grid}.rows[2].cells[1]`, { text: '空' }),
      `${grid}.rows`,
      '“owner”',
    ],
    [
      'layout.chapter',
      set('form.sections[0].blocks[1].field', 'share'),
      'form.sections[0].blocks[1].field',
      '叙述类',
    ],
  ])('lint: %s at %#', (code, pack, path, words) => {
    const fault = checkPack(pack).faults.find((each) => each.path === path && each.code === code)
    expect(fault?.reason).toContain(words)
    const key =
      path
        .split('.')
        .at(-1)
        ?.replace(/\[\d+\]$/, '') ?? ''
    const line = pack.split('\n')[(fault?.line ?? 0) - 1]
    if (!path.endsWith(']')) expect(line).toContain(`"${key}"`)
  })

  test('names every fault, in the order of lines', () => {
    const { faults } = checkPack(
      changed((pack) => {
        pack.region = '990000'
        Object.assign((pack.slots as Plain[])[0] ?? {}, { accepts: ['paper'] })
      }),
    )
    expect(faults.map((fault) => fault.code)).toEqual(['unknown.region', 'unknown.kind'])
    expect(faults[0]?.line).toBe(lineOf(text, '"region"'))
  })
})
