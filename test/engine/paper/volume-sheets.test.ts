/** The sheets that a volume brings itself. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resolveFaces } from '../../../electron/engine/form/fonts.ts'
import { typesetter } from '../../../electron/engine/form/typesetter.ts'
import { sheetsPdf } from '../../../electron/engine/paper/volume-sheets.ts'
import { testFonts } from '../../support/fonts.ts'
import { tempFolder } from '../../support/house.ts'
import { pageTexts } from '../../support/volume.ts'

const line = (number: string, title: string) => ({
  number,
  title,
  page: 1,
  part: !number.includes('.'),
})

test('in the 目录 a part never stands alone at the foot of a page', async () => {
  const faces = await resolveFaces(await testFonts())
  const setting = { setter: typesetter(faces), faces: faces.faces }
  // Wherever the second part falls, near the end of the first page or of the second.
  const sheets = Array.from({ length: 36 }, (_, at) => {
    const papers = Array.from({ length: 14 + at }, (_line, i) => line(`1.${i + 1}`, `材料${i + 1}`))
    const lines = [line('1', '一部'), ...papers, line('2', '二部'), line('2.1', '二部首件')]
    return { kind: 'contents', lines } as const
  })
  const { pdf } = await sheetsPdf(sheets, setting)
  const file = join(tempFolder(), 'contents.pdf')
  writeFileSync(file, pdf)
  const parts = pageTexts(file).filter((text) => /2二部1/.test(text))
  expect(parts).toHaveLength(36)
  for (const text of parts) expect(text).toMatch(/2二部12\.1二部首件1/)
})
