import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workbookOf } from '../../electron/engine/workbook.ts'
import { tempFolder } from '../support/house.ts'

const at = new Date('2024-05-06T00:00:00Z')

/** The first sheet's XML and the shared strings, read by a stranger. */
async function unpacked(rows: readonly (readonly (string | { number: string })[])[]) {
  const columns = [
    { label: '名称', width: 20 },
    { label: '金额（万元）', width: 12 },
  ]
  const bytes = await workbookOf([{ name: '清单', title: '材料清单', columns, rows }], at)
  const path = join(tempFolder(), '清单.xlsx')
  writeFileSync(path, bytes)
  const read = (entry: string) => execFileSync('unzip', ['-p', path, entry], { encoding: 'utf8' })
  return { sheet: read('xl/worksheets/sheet1.xml'), strings: read('xl/sharedStrings.xml') }
}

test('text that starts like a formula stays text', async () => {
  const { sheet, strings } = await unpacked([
    ['=HYPERLINK("http://x","y")', ''],
    ['+1+cmd', '-2%'],
    ['+86 516-83100000', '-2.5'],
    ['@SUM(A1)', '\t=1'],
  ])
  expect(sheet).not.toContain('<f>')
  expect(strings).toContain('&apos;=HYPERLINK')
  expect(strings).toMatch(/(?:'|&apos;)\+1\+cmd/)
  expect(strings).toMatch(/>\+86 516-83100000</)
  expect(strings).toMatch(/(?:'|&apos;)@SUM/)
})

test('exact amounts are numbers, and those a double cannot hold are text', async () => {
  const { sheet, strings } = await unpacked([
    ['甲', { number: '2304.50' }],
    ['乙', { number: '123456789012345678.01' }],
  ])
  expect(sheet).toContain('<v>2304.5</v>')
  expect(strings).toContain('123456789012345678.01')
  expect(strings).toContain('材料清单')
})
