import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { onElectron } from '../support/app.ts'
import { root, tempFolder } from '../support/house.ts'

test.skipIf(onElectron)(
  'the archive by keyboard and mouse: columns, views, selection, facts, triples, slots, files',
  () => {
    const args = [join(root, 'test/e2e/archive.ts'), tempFolder(), '300']
    const said = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
    const seen = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '')
    expect(seen.errors).toEqual([])
    expect(seen.columns.slice(1, 6)).toEqual([
      ...['名称', '发票号码', '开票日期', '销售方', '价税合计'],
    ])
    expect(seen.view).toMatch(/^全部发票\s+\d+$/)
    expect(seen.selected).toContain('已选 2 份')
    expect(seen.ticked).toBe(2)
    expect(seen.all).toMatch(/已选 \d+ 份/)
    // The text of the page can be selected.
    expect(seen.text).toContain('江苏增值税专用发票')
    expect(seen.triple).toContain('票款齐全 5,000,000 元')
    expect(seen.uses).toContain('计入金额 5,000,000.00 元')
    expect(seen.turned).toMatch(/^matrix\(0, 1, -1, 0,/)
    expect(seen.copies).toContain('同一张发票：PNG和OFD')
    expect(seen.target).toContain('还差 15,000,000 元')
  },
)
