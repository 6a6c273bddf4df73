import { expect, test } from 'vitest'
import { pageSources } from './page-sources.ts'

/** Files of the page's source in which a pattern stands, with what was found. */
const found = (pattern: RegExp, except: readonly string[] = []) =>
  pageSources()
    .filter(({ file }) => !except.includes(file))
    .flatMap(({ file, text }) => (text.match(pattern) ?? []).map((match) => `${file}: ${match}`))

test('no Chinese sentence stands in a component', () => {
  // Patterns that read what people type are not sentences.
  const readers = ['parts/fact-text.ts', 'pages/application/form/date-text.ts']
  expect(found(/['"`>][^'"`<>\n]*\p{Script=Han}[^'"`<>\n]*/gu, readers)).toEqual([])
})

test('no colour stands outside the theme', () => {
  expect(found(/#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(/g, ['app/theme.ts'])).toEqual([])
})

test('nothing on the page runs text as code or reaches for a network', () => {
  expect(
    found(/\beval\(|new Function\(|dangerouslySetInnerHTML|\bfetch\(|XMLHttpRequest/g),
  ).toEqual([])
})

test('a list of words is put together by `listed`, as the language shown puts it', () => {
  expect(found(/\.join\(['"][、，]['"]\)/g)).toEqual([])
})
