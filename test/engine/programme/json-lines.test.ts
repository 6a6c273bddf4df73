/** Where a fault stands: JSON as people and programs really write it, and as no one should. */
import { describe, expect, test } from 'vitest'
import { readJson, showPath } from '../../../electron/engine/programme/json-lines.ts'
import { checkPack } from '../../../electron/engine/programme/pack-check.ts'

function read(text: string) {
  const json = readJson(text)
  if ('detail' in json) throw new Error(`line ${json.line}: ${json.detail}`)
  return json
}
const refusal = (text: string): string => {
  const json = readJson(text)
  return 'detail' in json ? `${json.line}: ${json.detail}` : 'read'
}

/** Every path inside a value, with that of the value itself. */
function pathsOf(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner: [PropertyKey, unknown][] = Array.isArray(value)
    ? value.map((each, i) => [i, each])
    : Object.entries(value)
  return [path, ...inner.flatMap(([key, each]) => pathsOf(each, [...path, key]))]
}

describe('what is read is what JSON.parse reads', () => {
  test.each([
    '0',
    '-0',
    '-1.5e-3',
    '1E+2',
    'true',
    'null',
    '""',
    '"\\u4f01\\u4E1A"',
    '"\\ud842\\udfb7"',
    '"\\ud800"',
    '"𠮷\u2028\u2029\u0085\u00a0"',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
    '"a:b,c{d}[e]"',
    '[]',
    '{}',
    '[[],{},[{}],[[[]]]]',
    '{"a":{},"b":[],"c":{"d":{}}}',
    ' \t\r\n[ 1 ,\r\n 2 ] \n',
    '{"__proto__":1,"constructor":{"prototype":2},"toString":3}',
    '{"b":1,"a":2,"10":3,"9":4}',
  ])('%j', (text) => {
    expect(JSON.stringify(read(text).value)).toBe(JSON.stringify(JSON.parse(text)))
  })

  test.each([
    '',
    ' ',
    'tru',
    'True',
    'undefined',
    'NaN',
    'Infinity',
    '01',
    '1.',
    '.5',
    '+1',
    '0x10',
    "'a'",
    '"a',
    '"a\nb"',
    '"a\tb"',
    '"\\x41"',
    '"\\u12"',
    '[1,]',
    '[,1]',
    '[1 2]',
    '[1',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{a:1}',
    '{"a":1 "b":2}',
    '{"a":1}}',
    '1 2',
    '\u00a01',
    '/* c */ 1',
    '1 // c',
  ])('%j is refused as JSON.parse refuses it', (text) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(refusal(text)).toMatch(/^[12]: ./)
  })

  test('a byte order mark before it is not part of it', () => {
    expect(read('\uFEFF{"a": 1}').value).toEqual({ a: 1 })
    expect(read('\uFEFF\n{"a": 1}').lineOf(['a'])).toBe(2)
    expect(refusal('{\uFEFF"a": 1}')).toContain('1: a key in double quotes')
  })
})

describe('lines', () => {
  const value = {
    企业: { 名称: ['甲', { 住所: 'a"b\\c\n"d"' }] },
    empty: { list: [], object: {} },
    'a.b': 1,
    'a[0]': 2,
    a: { b: 3, 0: 4 },
    '': { '': 5 },
  }

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['LF after a mark', '\n'],
  ])('every path stands on the line where a reader finds its key, with %s', (how, end) => {
    const text = JSON.stringify(value, null, 1)
    const lines = text.split('\n')
    const json = read(`${how.includes('mark') ? '\uFEFF' : ''}${lines.join(end)}`)
    // Counted independently: the printer puts each key and each entry on a line of its own.
    const expected = pathsOf(value).map((path) => [showPath(path), json.lineOf(path)])
    let line = 0
    const counted = pathsOf(JSON.parse(text)).map((path) => {
      const key = path.at(-1)
      const starts = typeof key === 'string' ? `${JSON.stringify(key)}: ` : ''
      if (path.length === 0) return [showPath(path), 1]
      line = lines.findIndex(
        (each, i) =>
          i > line &&
          each.startsWith(' '.repeat(path.length) + starts) &&
          !/^ *[\]}],?$/.test(each),
      )
      return [showPath(path), line + 1]
    })
    expect(expected).toEqual(counted)
  })

  test('keys that look like paths keep lines of their own', () => {
    const json = read('{\n"a": {\n"b": 1},\n"a.b": 2,\n"c": [\n3],\n"c[0]": 4,\n"": 5}')
    expect(json.lineOf(['a', 'b'])).toBe(3)
    expect(json.lineOf(['a.b'])).toBe(4)
    expect(json.lineOf(['c', 0])).toBe(6)
    expect(json.lineOf(['c[0]'])).toBe(7)
    expect(json.lineOf([''])).toBe(8)
    expect(json.lineOf([])).toBe(1)
  })

  test('what is absent stands where its nearest parent does', () => {
    const json = read('{\n\n"list": [\n1,\n{"x":\n2}]}')
    expect(json.lineOf(['list', 1, 'y', 'z'])).toBe(5)
    expect(json.lineOf(['list', 7])).toBe(3)
    expect(json.lineOf(['other'])).toBe(1)
  })

  test('of a key that stands twice the second is named, and its value counts', () => {
    const json = read('{\n"a": 1,\n"b": {"c": 2,\n"c": 3},\n"a": 4}')
    expect(json.repeated).toEqual([['b', 'c'], ['a']])
    expect([json.lineOf(['a']), json.lineOf(['b', 'c'])]).toEqual([5, 4])
    expect(json.value).toEqual({ a: 4, b: { c: 3 } })
  })

  test.each([
    ['{\r\n"a": 1,\r\n"b" 2\r\n}', '3: ":" is expected'],
    ['[\n"很长的文字', '2: the text has no closing quotation mark'],
    ['{\n"a": {\n"b": [1,\n2\n}\n}', '5: "," is expected'],
  ])('a syntax error in %j is named on its line', (text, expected) => {
    expect(refusal(text)).toBe(expected)
  })
})

describe('files that no one should have made', () => {
  test.each([
    ['lists', '['.repeat(300_000)],
    ['objects', '{"a":'.repeat(300_000)],
    ['closed lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('%s without end are a fault of the file, not a failure of the program', (_, text) => {
    const { pack, faults } = checkPack(text)
    expect(pack).toBeUndefined()
    expect(faults).toMatchObject([{ line: 1, code: 'json.syntax' }])
    expect(faults[0]?.reason).toContain('nested too deeply')
  })

  test('a single text or number of megabytes is read, and is no pack', () => {
    expect(read(`"${'\\n'.repeat(2_000_000)}"`).value).toHaveLength(2_000_000)
    expect(checkPack(`{"format": ${'1'.repeat(1_000_000)}}`).faults[0]?.code).toBe('schema')
  })
})
