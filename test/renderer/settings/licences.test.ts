import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import shipped from '../../../renderer/pages/settings/licences.json' with { type: 'json' }

const root = join(import.meta.dirname, '../../..')
const packageOf = (name: string) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))

test.each(shipped)('$name is under $licence', ({ name, licence }) => {
  expect(packageOf(name).license).toBe(licence)
})

/** Packages that the product's own sources take something from. */
function imported(): Set<string> {
  const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
  const names = sources.flatMap((text) =>
    [...text.matchAll(/(?:from |import |import\()'((?:@[\w-]+\/)?[\w.-]+)(?:\/[^']*)?'/g)].map(
      (match) => match[1] ?? '',
    ),
  )
  return new Set(names.filter((name) => !/^(\.|node$|node:)/.test(name)))
}

test('whatever the product takes from others is named', () => {
  // The Chromium host is never packaged.
  const development = ['playwright-core']
  const named = new Set(shipped.map(({ name }) => name))
  expect([...imported()].filter((name) => !named.has(name) && !development.includes(name))).toEqual(
    [],
  )
})
