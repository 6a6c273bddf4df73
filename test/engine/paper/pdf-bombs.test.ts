/** Papers of a few kilobytes that unpack to as much as anybody likes: a sheet stands for them, and memory stays. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { tempFolder } from '../../support/house.ts'
import { bound, firstPage } from '../../support/placed.ts'
import { labelledPdf, storedPaper } from '../../support/volume.ts'

/** Writes a PDF whose first stream unpacks to 256 MiB of blanks; packed as often as asked for. */
const bombScript = `
import sys, zlib
path, kind, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
pack = zlib.compressobj(9)
data = b''.join(pack.compress(b' ' * (1 << 20)) for _ in range(256)) + pack.flush()
for _ in range(times - 1):
    data = zlib.compress(data, 9)
filters = b'[' + b'/FlateDecode' * times + b']'
def stream(entries):
    return b'<<' + entries + b'/Filter' + filters + b'/Length %d>>stream\\n' % len(data) + data + b'\\nendstream'
objects = {
    'objects': stream(b'/Type/ObjStm/N 1/First 4'),
    'names': stream(b'/Type/Obj#53tm/N 1/First 4'),
    'contents': stream(b''),
}
parts = [b'1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  b'2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  b'3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 4 0 R]>>endobj',
  b'4 0 obj' + objects[kind] + b'endobj']
open(path, 'wb').write(b'%PDF-1.7\\n' + b'\\n'.join(parts) + b'\\ntrailer<</Root 1 0 R/Size 5>>\\n%%EOF')
`.replaceAll('\\\\', '\\')

// Faces and libraries stay once they are loaded, and are no part of what a bomb takes.
beforeAll(async () => {
  const dir = tempFolder()
  await bound(dir, storedPaper(dir, '平常', await labelledPdf('A', 1)))
})

test.each([
  ['objects', 1],
  ['objects', 2],
  ['names', 2],
  ['contents', 2],
] as const)('a bomb in its %s, packed %i times', async (kind, times) => {
  const dir = tempFolder()
  const path = join(dir, 'bomb.pdf')
  execFileSync('python3', ['-c', bombScript, path, kind, String(times)])
  const before = storedPaper(dir, '前一份', await labelledPdf('A', 1))
  const bomb = storedPaper(dir, '炸弹', readFileSync(path))
  const after = storedPaper(dir, '后一份', await labelledPdf('C', 1))
  const mib = () => process.resourceUsage().maxRSS / 1024
  const atFirst = mib()
  const { result, pages } = await bound(dir, before, bomb, after)
  expect(mib() - atFirst).toBeLessThan(180)
  expect(result.stoodFor).toMatchObject([{ part: 0, paper: 1, why: 'tooLarge' }])
  const papers = pages.slice(firstPage)
  expect(papers[1]).toContain('文件过大')
  expect(papers[2]).toContain('CP1')
})
