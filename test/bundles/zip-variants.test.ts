/** The same bag in a ZIP that is not the canonical one: repacked by others, or built to deceive. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { quietJob } from '../support/quiet-job.ts'
import { writeExample } from './example.ts'

let bytes: Buffer
let folder: string
let root: string
let bundle: string

beforeAll(async () => {
  const { path, spec } = await writeExample()
  bytes = readFileSync(path)
  root = spec.root
  bundle = path
  folder = mkdtempSync(join(tmpdir(), 'variants-'))
  execFileSync('unzip', ['-q', path, '-d', folder])
})

const codes = async (path: string): Promise<string[]> => {
  const report = await verifyBundle(path, quietJob)
  expect(report.ok).toBe(false)
  expect(report.about).toBeNull()
  return [...new Set(report.reasons.map(({ code }) => code))]
}
let count = 0
const codesOf = (content: Uint8Array): Promise<string[]> => {
  count += 1
  const path = join(folder, `variant-${count}.zip`)
  writeFileSync(path, content)
  return codes(path)
}

const python = (script: string): string => {
  count += 1
  const path = join(folder, `python-${count}.zip`)
  const head = `import zipfile, sys, struct\nsrc = zipfile.ZipFile(${JSON.stringify(bundle)})\npath = ${JSON.stringify(path)}\n`
  writeFileSync(join(folder, 'make.py'), `${head}${script}`)
  execFileSync('python3', [join(folder, 'make.py')])
  return path
}
const same = (change: string, open = 'zipfile.ZipFile(path, "w")') => `
out = ${open}
for info in src.infolist():
    new = zipfile.ZipInfo(info.filename, info.date_time)
    new.create_system, new.external_attr = 3, 0o100644 << 16
    data = src.read(info.filename)
${change
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
out.close()
`

describe('repacked by other tools, with the same files in it', () => {
  test.for([
    ['zip -0', ['zip', '-0', '-q', '-r', 'to.zip']],
    ['zip', ['zip', '-q', '-r', 'to.zip']],
    ['zip without folders', ['zip', '-0', '-q', '-r', '-D', '-X', 'to.zip']],
    ['7z stored', ['7z', 'a', '-tzip', '-mx=0', 'to.zip']],
    ['bsdtar', ['bsdtar', '-a', '-cf', 'to.zip']],
  ] as [string, string[]][])('%s', async ([, [tool = '', ...args]], { skip }) => {
    // Those that the machine lacks are passed over, visibly.
    skip(spawnSync(tool, ['--help']).error !== undefined)
    const to = join(folder, `${count++}.zip`)
    const line = args.map((arg) => (arg === 'to.zip' ? to : arg))
    execFileSync(tool, [...line, root], { cwd: folder, stdio: 'ignore' })
    expect(await codes(to)).toEqual(['zip.structure'])
  })

  test.each<[string, string, string?]>([
    ['as it comes', same('out.writestr(info.filename, data)')],
    ['deflated', same('out.writestr(new, data, zipfile.ZIP_DEFLATED)')],
    [
      'in reverse',
      same('out.writestr(new, data)').replace('src.infolist()', 'reversed(src.infolist())'),
      'zip.entry',
    ],
    [
      'with a comment',
      same('out.writestr(new, data)').replace('out.close()', 'out.comment = b"x"\nout.close()'),
      'zip.trailing',
    ],
    [
      'with an extra field',
      same('new.extra = struct.pack("<HH", 0x7875, 0)\nout.writestr(new, data)'),
    ],
    ['with a comment on each file', same('new.comment = b"ok"\nout.writestr(new, data)')],
    ['as ZIP64', same('with out.open(new, "w", force_zip64=True) as f: f.write(data)')],
    ['as executables', same('new.external_attr = 0o100755 << 16\nout.writestr(new, data)')],
    ['as links', same('new.external_attr = 0o120777 << 16\nout.writestr(new, data)')],
    ['with today’s date', same('new.date_time = (2023, 5, 6, 7, 8, 8)\nout.writestr(new, data)')],
    ['made on DOS', same('new.create_system = 0\nout.writestr(new, data)')],
    ['with every file twice', same('out.writestr(new, data)\nout.writestr(new, data)')],
  ])('python, %s', async (_, script, code = 'zip.structure') => {
    expect(await codes(python(script))).toEqual([code])
  })
})

test('Python, told the same settings, writes the same archive byte for byte', () => {
  expect(readFileSync(python(same('out.writestr(new, data)'))).equals(bytes)).toBe(true)
})

/** Offsets of the local and central headers, read as any unpacker would. */
function layout(zip: Buffer) {
  const end = zip.length - 22
  const centrals: number[] = []
  for (let at = zip.readUInt32LE(end + 16); at < end; at += 46 + zip.readUInt16LE(at + 28)) {
    centrals.push(at)
  }
  return { end, centrals, locals: centrals.map((at) => zip.readUInt32LE(at + 42)) }
}
function edited(change: (zip: Buffer, parts: ReturnType<typeof layout>) => void): Buffer {
  const copy = Buffer.from(bytes)
  change(copy, layout(copy))
  return copy
}
const both = (offset: number, value: number, size: 2 | 4 = 2) =>
  edited((zip, { centrals: [central = 0], locals: [local = 0] }) => {
    const write = (at: number) =>
      size === 2 ? zip.writeUInt16LE(value, at) : zip.writeUInt32LE(value, at)
    write(local + 4 + offset)
    write(central + 6 + offset)
  })

describe('single fields, set alike in both headers', () => {
  test.each([
    ['version needed 4.5', 0, 45],
    ['encrypted', 2, 0x0801],
    ['data descriptor', 2, 0x0808],
    ['no UTF-8 flag', 2, 0],
    ['strong encryption', 2, 0x0841],
    ['deflate', 4, 8],
    ['a time of day', 6, 1],
    ['another date', 8, 0x5000],
    ['an extra field', 24, 4],
  ])('%s', async (_, offset, value) => {
    expect(await codesOf(both(offset, value))).toEqual(['zip.structure'])
  })

  test('a CRC that is wrong in both is named at its file', async () => {
    expect(await codesOf(both(10, 1, 4))).toEqual(['zip.crc'])
  })

  test('sizes that lie move every later file and are refused', async () => {
    for (const size of [0, 1, 0xffff_ffff]) {
      const lying = edited((zip, { centrals: [at = 0] }) => {
        zip.writeUInt32LE(size, at + 20)
        zip.writeUInt32LE(size, at + 24)
      })
      expect(await codesOf(lying)).toEqual(['zip.structure'])
    }
  })
})

describe('directories that lie', () => {
  test('overlapping, shared and swapped offsets', async () => {
    const share = edited((zip, { centrals: [, second = 0], locals: [first = 0] }) =>
      zip.writeUInt32LE(first, second + 42),
    )
    expect(await codesOf(share)).toEqual(['zip.structure'])
    const swap = edited((zip, { centrals: [a = 0, b = 0], locals: [x = 0, y = 0] }) => {
      zip.writeUInt32LE(y, a + 42)
      zip.writeUInt32LE(x, b + 42)
    })
    expect(await codesOf(swap)).toEqual(['zip.structure'])
    const inside = edited((zip, { centrals: [, b = 0], locals: [, y = 0] }) =>
      zip.writeUInt32LE(y - 1, b + 42),
    )
    expect(await codesOf(inside)).toEqual(['zip.structure'])
  })

  test('more, fewer or no entries than there are, other disks, other sizes', async () => {
    const { centrals } = layout(bytes)
    const changes: [number, number][] = [
      [8, centrals.length + 1],
      [10, centrals.length - 1],
      [8, 0],
      [4, 1],
      [6, 1],
      [20, 1],
    ]
    for (const [offset, value] of changes) {
      const wrong = edited((zip, { end }) => zip.writeUInt16LE(value, end + offset))
      const [code] = await codesOf(wrong)
      expect(['zip.structure', 'zip.unreadable']).toContain(code)
    }
    const empty = Buffer.alloc(22)
    empty.writeUInt32LE(0x06054b50)
    expect(await codesOf(empty)).toEqual(['zip.root'])
    const vast = edited((zip, { end }) => zip.writeUInt32LE(0xffff_fff0, end + 12))
    expect(await codesOf(vast)).toEqual(['zip.structure'])
  })

  test('a local header that says another thing than the directory is named', async () => {
    const name = edited((zip, { locals: [, at = 0] }) => {
      zip[at + 30 + 1] = (zip[at + 31] ?? 0) ^ 1
    })
    expect(await codesOf(name)).toEqual(['zip.entry'])
  })

  test('something before, between or after is named', async () => {
    const { end } = layout(bytes)
    const start = bytes.readUInt32LE(end + 16)
    const between = Buffer.concat([
      bytes.subarray(0, start),
      Buffer.from('x'),
      bytes.subarray(start),
    ])
    expect(await codesOf(between)).toEqual(['zip.leading'])
    expect(await codesOf(Buffer.concat([Buffer.from('MZ'), bytes]))).toEqual(['zip.leading'])
    expect(await codesOf(Buffer.concat([bytes, Buffer.from('\0')]))).toEqual(['zip.trailing'])
    expect(await codesOf(Buffer.concat([bytes, bytes]))).toEqual(['zip.leading'])
    const shifted = edited((zip) => zip.writeUInt32LE(start + 1, end + 16))
    expect(await codesOf(shifted)).toEqual(['zip.structure'])
  })
})

test('cut at every fiftieth of its length, and at every byte of its end, it is refused', async () => {
  const lengths = [
    ...Array.from({ length: 50 }, (_, i) => Math.floor((bytes.length * i) / 50)),
    ...Array.from({ length: 60 }, (_, i) => bytes.length - 1 - i),
  ]
  for (const length of lengths) {
    expect(await codesOf(bytes.subarray(0, length)), `${length}`).toEqual(['zip.unreadable'])
  }
})

test('entry names that leave the folder, or are folders, are refused by name', async () => {
  for (const name of ['/etc/passwd', '../up.txt', 'C:\\x', `${'data/'.repeat(2)}`, './x']) {
    const script = same('out.writestr(new, data)').replace(
      'out.close()',
      `out.writestr(zipfile.ZipInfo(${JSON.stringify(name)}), b"")\nout.close()`,
    )
    expect(await codes(python(script))).not.toEqual([])
  }
})
