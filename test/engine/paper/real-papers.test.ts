/** The two real OFD invoices that lie beside the repository, in a bound volume. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, tempFolder } from '../../support/house.ts'
import { bound, firstPage } from '../../support/placed.ts'
import { dense } from '../../support/poppler.ts'
import { colourDots, storedPaper } from '../../support/volume.ts'

const samples = join(root, '../shared/samples')
const here = existsSync(samples)
if (!here) console.warn(`skipped: ${samples} is not there`)

test.skipIf(!here)(
  'real invoices: what they say can be copied, and their seals are red',
  async () => {
    const dir = tempFolder()
    const papers = ['vat-ordinary-2020', 'digital-special-2024'].map((name) =>
      storedPaper(dir, name, readFileSync(join(samples, `${name}.ofd`)), 'application/ofd'),
    )
    const { file, pages, result } = await bound(dir, ...papers)
    expect(result).toMatchObject({ stoodFor: [], partly: [] })
    const said = [
      [
        '浙江增值税电子普通发票',
        '83089647',
        '江苏京利华新材料有限公司',
        '92330781MA2EDMFU50',
        '526.00',
      ],
      ['24112000000048542163', '北京互联三六五科技有限公司', '91460300MAA92DJN95', '4449.00'],
    ]
    for (const [at, words] of said.entries())
      for (const word of words) expect(dense(pages[firstPage + at] ?? '')).toContain(word)
    const reds = papers.map((_, at) => {
      const { count } = colourDots(file, firstPage + 1 + at, 72)
      return count(([r, g, b]) => r > 200 && g < 80 && b < 80)
    })
    for (const red of reds) expect(red).toBeGreaterThan(50)
  },
)
