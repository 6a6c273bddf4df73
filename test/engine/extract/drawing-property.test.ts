/** Drawings of files that were made to hurt the page that shows them. */
import { expect, test } from 'vitest'
import type { Drawn } from '../../../shared/model/drawing.ts'
import { drawingOf, drawnOfd, flat, layer, previewOf } from '../../support/drawn-ofd.ts'
import { chanceOf } from '../../support/random.ts'

/** Everything in a drawing that becomes an attribute, with what it may consist of. */
function strange(parts: readonly Drawn[]): string[] {
  const odd: string[] = []
  const must = (value: string, form: RegExp) => void (form.test(value) || odd.push(value))
  const shape = /^([MLQCAZ][\d. e-]*)+$/
  const number = (value: number) => must(String(value), /^-?\d+(\.\d+)?(e-?\d+)?$/)
  for (const { content, matrix, clips, alpha } of flat(parts)) {
    for (const value of [alpha, ...(matrix ?? [])]) number(value)
    for (const area of clips.flat()) must(area.path, shape)
    if (content.shape === 'image') must(content.base64, /^[\w+/]*=*$/)
    if (content.shape === 'text') {
      for (const value of [...content.x, ...content.y, content.size, content.stretch]) number(value)
      must(content.outline ?? 'M', shape)
    }
    if (content.shape === 'path') must(content.path, shape)
    const inks = 'fill' in content ? [content.fill, content.stroke] : []
    for (const ink of inks) must(ink?.color ?? '#000000', /^#[0-9a-f]{6}$/)
  }
  return odd
}

test('whatever stands in a file, a drawing holds numbers, colours and characters only', async () => {
  const chance = chanceOf(20240528)
  const values = [
    '1 2',
    'NaN',
    'url(#a)',
    '"/>',
    'Infinity',
    '-1e3',
    'javascript:1',
    '',
    '#12345',
    '1e400',
    'a b c d e f',
    '9 9 9 9 9 9',
  ]
  const commands = ['M', 'L', 'B', 'A', 'C', 'S', 'x', '1', '2.5', '-3', '1e9', 'NaN', '']
  const escaped = (value: string) => value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const any = () => escaped(chance.pick(values))
  const data = () => Array.from({ length: chance.below(12) }, () => chance.pick(commands)).join(' ')
  const object = () =>
    chance.below(2) === 0
      ? `<ofd:PathObject Boundary="${any()}" CTM="${any()}" Fill="true" LineWidth="${any()}" DashPattern="${any()}" Alpha="${any()}"><ofd:FillColor Value="${any()}"/><ofd:StrokeColor Value="${any()}" Alpha="${any()}"/><ofd:AbbreviatedData>${data()}</ofd:AbbreviatedData></ofd:PathObject>`
      : `<ofd:TextObject Boundary="${any()}" CTM="${any()}" Size="${any()}" HScale="${any()}" CharDirection="${any()}" Weight="${any()}"><ofd:FillColor Value="${any()}"/><ofd:TextCode X="${any()}" Y="${any()}" DeltaX="${any()}" DeltaY="${any()}">${escaped('<b>字"')}</ofd:TextCode></ofd:TextObject>`
  const content = layer(Array.from({ length: 3000 }, object).join(''))
  const drawing = drawingOf(await previewOf('a.ofd', drawnOfd({ content })))
  expect(drawing.parts.length).toBeGreaterThan(500)
  expect(strange(drawing.parts)).toEqual([])
})
