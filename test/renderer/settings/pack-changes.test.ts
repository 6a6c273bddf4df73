/** Every part of a pack that can change has a name in both languages. */
import { expect, test } from 'vitest'
import en from '../../../renderer/text/en/packs.json' with { type: 'json' }
import zh from '../../../renderer/text/zh-CN/packs.json' with { type: 'json' }
import { diffPacks } from '../../../shared/programme/diff.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { makePack } from '../../fixtures/programme.ts'

test('headings that are compared as wholes are called by their names', () => {
  const pack = makePack()
  const all = Object.keys(pack) as (keyof Pack)[]
  const other = [{ id: 'other' }]
  const titles = all.flatMap((key) =>
    diffPacks(pack, { ...pack, [key]: other })
      .filter(({ part }) => part === 'text')
      .map(({ title }) => `text.${title}`),
  )
  expect(titles).toContain('text.statements')
  for (const texts of [zh, en]) expect(Object.keys(texts)).toEqual(expect.arrayContaining(titles))
})
