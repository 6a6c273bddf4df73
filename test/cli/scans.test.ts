/**
 * What a scanner makes of a paper, through the command line with the limits that ship: full pages of
 * 300 dpi are read, their codes found, and no process grows beyond 280 MiB.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { cli } from '../support/cli.ts'
import { file, tempFolder } from '../support/house.ts'
import { importWatched } from '../support/import-watched.ts'
import { numbered, stream } from '../support/raw-pdf.ts'

const width = 2480
const height = 3508
const { modules } = create('01,32,,25322000000012345678,1130.00,20250309,,A1B2', {})

/** Paper with a grain, a code of 10 pixels a module at its upper left, and lines as of text. */
function shade(x: number, y: number): number {
  const [column, row] = [Math.floor((x - 150) / 10), Math.floor((y - 150) / 10)]
  const isCode = column >= 0 && row >= 0 && column < modules.size && row < modules.size
  if (isCode) return modules.get(row, column) ? 20 : 240
  return y > 900 && y % 60 < 30 && (x * 7 + y * 3) % 53 < 14 ? 40 : 236 + ((x * y) % 13)
}

/** Rows of so many equal colours, each behind the PNG filter byte for "as it is" where `filtered`. */
function pixels(colours: number, filtered: boolean): Buffer {
  const first = filtered ? 1 : 0
  const row = width * colours + first
  const bytes = Buffer.alloc(row * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * row + first + x * colours
      bytes.fill(shade(x, y), at, at + colours)
    }
  return bytes
}

/** A PDF of so many pages, each a picture of its own that fills it. */
function scanned(pages: number, head: string, data: Buffer): Buffer {
  const objects = Array.from({ length: pages }, (_, page) => {
    const at = 3 + page * 3
    return [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${at + 1} 0 R/Resources<</XObject<</X ${at + 2} 0 R>>>>>>`,
      stream('', Buffer.from('595 0 0 842 0 0 cm /X Do')),
      stream(`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}${head}`, data),
    ]
  }).flat()
  const kids = Array.from({ length: pages }, (_, page) => `${3 + page * 3} 0 R`).join(' ')
  return numbered([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    ...objects,
  ])
}

const packed = (colours: number, filtered: boolean) =>
  deflateSync(pixels(colours, filtered), { level: 1 })
const flate = (colours: number, space: string, filtered: boolean) => {
  const predictor = `/DecodeParms<</Predictor 15/Colors ${colours}/BitsPerComponent 8/Columns ${width}>>`
  return `/ColorSpace/${space}/BitsPerComponent 8/Filter/FlateDecode${filtered ? predictor : ''}`
}

test.each([
  ['colour with a predictor', 4, 3, 'DeviceRGB', true],
  ['plain colour', 2, 3, 'DeviceRGB', false],
  ['shades of grey', 2, 1, 'DeviceGray', true],
])('pages of %s', async (name, pages, colours, space, filtered) => {
  const dir = tempFolder()
  const [vault, papers] = [join(dir, 'vault'), join(dir, 'papers')]
  mkdirSync(papers)
  cli('init', '--vault', vault)
  const bytes = scanned(pages, flate(colours, space, filtered), packed(colours, filtered))
  const path = file(papers, `${name}.pdf`, bytes)
  const { report, peak } = await importWatched(vault, path)
  expect(report.results).toMatchObject([{ outcome: 'imported', kind: 'invoice', marks: [] }])
  expect(report.results[0]).not.toHaveProperty('trouble')
  expect(peak).toBeLessThan(280)
  console.info(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB, peak ${Math.round(peak)} MiB`)
})
