import { expect, test } from 'vitest'
import {
  componentFault,
  fileName,
  folderName,
  foldKey,
  limits,
  pathFault,
  plainName,
  rootName,
} from '../../electron/engine/bundle/names.ts'

test.each([
  ['2022年度审计报告.pdf', '001_2022年度审计报告.pdf'],
  ['合同（2023）、附件《一》-a_b.PDF', '001_合同（2023）、附件《一》-a_b.pdf'],
  ['a (1).jpg', '001_a_（1）.jpg'],
  ['..\\..\\etc/passwd', '001_etc_passwd'],
  ['100%.pdf', '001_100.pdf'],
  ['“互联网+”平台.pdf', '001_互联网＋_平台.pdf'],
  ['CON', '001_CON'],
  ['   .pdf', '001_file.pdf'],
  ['', '001_file'],
  ['尾巴. . .docx', '001_尾巴.docx'],
  ['隐\u200b形\u202e符\ufeff号.txt', '001_隐形符号.txt'],
  ['e\u0301.txt', '001_é.txt'],
  ['无后缀', '001_无后缀'],
  ['归档.tar.gz', '001_归档.tar.gz'],
])('%j becomes %j', (original, expected) => {
  expect(fileName(1, original)).toBe(expected)
})

/** A small generator with a fixed start, so that a failure can be seen again. */
function* random(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}
const alphabets = [
  [0x20, 0x7e],
  [0x4e00, 0x9fff],
  [0x00, 0x1f],
  [0x2000, 0x206f],
  [0xff00, 0xffef],
  [0x20000, 0x2a6df],
  [0x1f300, 0x1faff],
  [0x0300, 0x036f],
  [0xe000, 0xf8ff],
  [0x0600, 0x06ff],
  [0xd800, 0xdfff],
] as const

test('whatever a file is called, its name in the bundle is allowed everywhere', () => {
  const next = random(20230506)
  const one = () => next.next().value as number
  const text = () => {
    const length = Math.floor(one() * 120)
    let made = ''
    for (let i = 0; i < length; i++) {
      const [from, to] = alphabets[Math.floor(one() * alphabets.length)] ?? [0x41, 0x5a]
      made += String.fromCodePoint(from + Math.floor(one() * (to - from + 1)))
    }
    return made
  }
  for (let i = 0; i < 5000; i++) {
    const original = text()
    const name = fileName(1 + (i % 1200), original, 4)
    const folder = folderName(1 + (i % 120), text())
    const root = rootName(text(), text(), '2023-05-06', 'a1b2c3d4')
    expect([original, componentFault(name), componentFault(folder)]).toEqual([original, null, null])
    expect(root.length).toBeLessThanOrEqual(limits.root)
    expect(pathFault(`${root}/data/${folder}/${name}`)).toBeNull()
    expect(fileName(1, plainName(original))).toBe(fileName(1, plainName(plainName(original))))
  }
})

test('names that only look different count as the same', () => {
  expect(foldKey('报告（１）.PDF')).toBe(foldKey('报告(1).pdf'))
  expect(foldKey('Straße')).toBe(foldKey('STRASSE'))
  expect(foldKey('ﬁle')).toBe(foldKey('FILE'))
  expect(foldKey('甲')).not.toBe(foldKey('乙'))
})

test('the root keeps programme, applicant, day and id apart', () => {
  const id = '0badcafe'
  expect(rootName('标杆工厂', '江苏示例智能制造股份有限公司', '2023-05-06', id)).toBe(
    '标杆工厂_江苏示例智能制造_20230506_0badcafe',
  )
  expect(rootName('互联网+基地', '甲有限公司（示例）', '2023-05-06', id)).toBe(
    '互联网＋基地_甲_20230506_0badcafe',
  )
  const long = rootName('一二三四五六七八九十一二三四五六', '某'.repeat(80), '2023-05-06', id)
  expect(long).toBe('一二三四五六七八九十一二三四五六_某某某某某_20230506_0badcafe')
  expect(rootName('项目', '', '2023-05-06', id)).toBe('项目_-_20230506_0badcafe')
})

test.each([
  ['con', 'reserved'],
  ['LPT1.pdf', 'reserved'],
  ['a.', 'ending'],
  ['a ', 'ending'],
  ['a?b', 'character'],
  ['50%', 'character'],
  ['a\u0000', 'invisible'],
  ['a\u2067b', 'invisible'],
  ['e\u0301', 'nfc'],
  ['..', 'empty'],
  ['x'.repeat(61), 'long'],
  ['', 'empty'],
])('a foreign bundle may not call a file %j', (name, fault) => {
  expect(componentFault(name)).toBe(fault)
})
