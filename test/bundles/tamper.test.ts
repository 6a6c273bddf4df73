/** Archives that are written canonically, but hold something other than a whole bundle. */
import { expect, test } from 'vitest'
import { signature, tampering } from './tampering.ts'

const { spec, pathOf, source, without, replaced, bytesOf, reasons } = tampering()
const audit = 'data/02_审计报告/001_2022年度审计报告.pdf'

test('untouched, the same way of writing gives a good bundle', async () => {
  expect(await reasons(spec.sources)).toEqual([])
})

test('removed, added and renamed files are named', async () => {
  expect(await reasons(without(audit))).toEqual([
    'application.invalid application.json',
    `bag.fileMissing ${audit}`,
    'bag.oxum bag-info.txt',
  ])
  expect(await reasons(without('index.html'))).toEqual(['bag.fileMissing index.html'])
  const added = 'data/02_审计报告/002_另一份.pdf'
  expect(await reasons([...spec.sources, source(added, 'x')])).toEqual([
    `bag.fileUnlisted ${added}`,
    'bag.oxum bag-info.txt',
  ])
  expect(await reasons([...spec.sources, source('readme.txt', 'x')])).toEqual([
    'bag.fileUnlisted readme.txt',
  ])
  expect(await reasons([...spec.sources, source('signatures/other.p7s', 'x')])).toEqual([
    'bag.fileUnlisted signatures/other.p7s',
  ])
  const renamed = spec.sources.map((each) =>
    pathOf(each) === 'index.html' ? { ...each, name: `${spec.root}/start.html` } : each,
  )
  expect(await reasons(renamed)).toEqual([
    'bag.fileMissing index.html',
    'bag.fileUnlisted start.html',
  ])
})

test('changed files are named, whatever their place', async () => {
  expect(await reasons(replaced('index.html', 'x'))).toEqual(['bag.fileDamaged index.html'])
  expect(await reasons(replaced(audit, 'x'))).toEqual([
    'application.invalid application.json',
    `bag.fileDamaged ${audit}`,
    'bag.oxum bag-info.txt',
  ])
  expect(await reasons(replaced('bagit.txt', 'BagIt-Version: 0.97\n'))).toEqual([
    'bag.declaration bagit.txt',
    'bag.fileDamaged bagit.txt',
  ])
})

test('without manifest, tag manifest, signature or application there is no bundle', async () => {
  expect(await reasons(without('manifest-sha256.txt'))).toEqual([
    'bag.fileMissing manifest-sha256.txt',
    'bag.manifestMissing manifest-sha256.txt',
  ])
  expect(await reasons(without('tagmanifest-sha256.txt'))).toEqual([
    'bag.tagManifestMissing tagmanifest-sha256.txt',
  ])
  expect(await reasons(without(signature))).toEqual([`signature.missing ${signature}`])
  expect(await reasons(without('application.json'))).toContain(
    'application.invalid application.json',
  )
  expect(await reasons(without('bag-info.txt'))).toContain('bag.info bag-info.txt')
})

test('fetch.txt, other algorithms, a second root and confusable names are refused', async () => {
  expect(await reasons([...spec.sources, source('fetch.txt', 'x')])).toContain(
    'bag.foreign fetch.txt',
  )
  expect(await reasons([...spec.sources, source('manifest-md5.txt', 'x')])).toContain(
    'bag.foreign manifest-md5.txt',
  )
  const elsewhere = { ...source('x', 'x'), name: `${spec.root}2/x.txt` }
  expect(await reasons([...spec.sources, elsewhere])).toEqual([`zip.root ${elsewhere.name}`])
  expect(await reasons([...spec.sources, source('INDEX.HTML', 'x')])).toEqual([
    `zip.name ${spec.root}/index.html`,
  ])
  for (const name of ['a:b', 'con.txt', 'end.', '../x', 'a\u202eb', `${'长'.repeat(61)}`]) {
    const [first = ''] = await reasons([...spec.sources, source(name, 'x')])
    expect(first).toMatch(/^zip\.name /)
  }
  const moved = spec.sources.map((each) => ({ ...each, name: `other/${pathOf(each)}` }))
  expect(await reasons(moved)).toEqual(['bag.info bag-info.txt'])
})

test('manifests in another form are refused though their hashes are right', async () => {
  const manifest = bytesOf('manifest-sha256.txt').toString()
  const lines = manifest.trimEnd().split('\n')
  const forms = [
    manifest.toUpperCase(),
    manifest.replaceAll('\n', '\r\n'),
    `\ufeff${manifest}`,
    manifest.trimEnd(),
    `${lines.toReversed().join('\n')}\n`,
    manifest.replaceAll('  ', ' *'),
    `${manifest}${lines[0]}\n`,
  ]
  for (const form of forms) {
    expect(await reasons(replaced('manifest-sha256.txt', form))).toContain(
      'bag.manifestFormat manifest-sha256.txt',
    )
  }
})
