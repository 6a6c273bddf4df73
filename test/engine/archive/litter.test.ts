/** What systems and programs leave in folders for themselves. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const litter = [
  '.DS_Store',
  '._营业执照.pdf',
  '.~报告.docx',
  '.~lock.报告.docx#',
  'Thumbs.db',
  'desktop.ini',
  '~$报告.docx',
  '~$预算.xlsx',
  '~$说明.wps',
]

test('litter is named and left where it is, in a folder as when it is picked', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  for (const name of litter) file(dir, name, 'x')
  for (const name of ['~报告.docx', '$报告.docx', '.营业执照.pdf']) file(dir, name, `%PDF ${name}`)
  const bin = join(dir, '$RECYCLE.BIN')
  mkdirSync(bin)
  file(bin, '旧.pdf', '%PDF-1.4 旧')
  const report = await call('material.import', { files: [handle(dir)] })
  const left = report.results.filter(({ outcome }) => outcome === 'litter')
  expect(left.map(({ from }) => from.split('/').at(-1)).toSorted()).toEqual(
    ['$RECYCLE.BIN', ...litter].toSorted(),
  )
  expect(left.every(({ fault }) => fault?.code === 'file.litter')).toBe(true)
  expect(report).toMatchObject({ imported: 3, refused: 0, litter: litter.length + 1 })
  const picked = await call('material.import', { files: [handle(join(dir, 'Thumbs.db'))] })
  expect(picked).toMatchObject({ imported: 0, refused: 0, litter: 1 })
})
