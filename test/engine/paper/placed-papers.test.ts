/** Pages and pictures of every size and turn, and where they stand on the volume's sheets. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { BoundPaper } from '../../../electron/engine/paper/bind-volume.ts'
import { tempFolder } from '../../support/house.ts'
import { bound, corner, cornered, firstPage } from '../../support/placed.ts'
import { pngOf } from '../../support/small-png.ts'
import { storedPaper } from '../../support/volume.ts'

describe('where papers stand', () => {
  test('A4 beside the binding strip on both sides of a leaf, above the page number', async () => {
    const dir = tempFolder()
    const paper = storedPaper(dir, '甲', await cornered(595.28, 841.89))
    const { file } = await bound(dir, paper, { ...paper, title: '乙' })
    const [right, left] = [corner(file, firstPage + 1), corner(file, firstPage + 2)]
    expect(right.corner).toBe('upper left')
    expect(right.box.left).toBeCloseTo(20, -0.5)
    expect(right.box.right).toBeGreaterThan(207)
    expect(left.box.left).toBeLessThan(3)
    expect(left.box.right).toBeCloseTo(190, -0.5)
    for (const { box, ratio } of [right, left]) {
      expect(box.bottom).toBeLessThan(270)
      expect(ratio).toBeCloseTo(Math.SQRT2, 1)
    }
  })

  test('other sizes inside the block of text, neither distorted nor enlarged', async () => {
    const dir = tempFolder()
    const sizes = [
      [612, 792],
      [400, 1000],
      [200, 120],
      [595, 397],
    ] as const
    const papers = await Promise.all(
      sizes.map(async ([w, h], at) => storedPaper(dir, `纸${at}`, await cornered(w, h))),
    )
    const { file } = await bound(dir, ...papers)
    for (const [at, [w, h]] of sizes.entries()) {
      const { corner: dark, box, ratio } = corner(file, firstPage + 1 + at)
      expect(dark).toBe('upper left')
      expect(Math.abs(ratio / (h / w) - 1)).toBeLessThan(0.05)
      expect(box.left).toBeGreaterThan(24)
      expect(box.right).toBeLessThan(186)
      expect(box.top).toBeGreaterThan(35)
      expect(box.bottom).toBeLessThan(263)
      expect(box.right - box.left).toBeLessThan((w * 25.4) / 72 + 2)
    }
  })

  test('what lies across is turned with its head to the left; turned pages stand upright', async () => {
    const dir = tempFolder()
    const papers = [
      storedPaper(dir, '横', await cornered(841.89, 595.28)),
      storedPaper(dir, 'A3', await cornered(1190.55, 841.89)),
      storedPaper(dir, '转90', await cornered(595.28, 841.89, 90)),
      storedPaper(dir, '转180', await cornered(595.28, 841.89, 180)),
      storedPaper(dir, '转270', await cornered(841.89, 595.28, 270)),
    ]
    const { file } = await bound(dir, ...papers)
    const found = papers.map((_, at) => corner(file, firstPage + 1 + at).corner)
    // The reader sees 转90 lying across with the field at its upper right; it is turned back.
    expect(found).toEqual(['lower left', 'lower left', 'upper left', 'lower right', 'lower left'])
  })

  test('only what the crop box shows', async () => {
    const dir = tempFolder()
    const document = await PDFDocument.load(await cornered(800, 800))
    document.getPage(0).setCropBox(0, 400, 400, 400)
    const { file } = await bound(dir, storedPaper(dir, '裁切', await document.save()))
    const { box, corner: dark } = corner(file, firstPage + 1)
    expect(dark).toBe('upper left')
    expect(box.right - box.left).toBeCloseTo(141, -1)
  })
})

/** A picture of 80 × 120 with its upper left quarter black, as poppler writes it. */
async function picture(dir: string, ...options: string[]): Promise<Buffer> {
  const from = join(dir, 'picture.pdf')
  writeFileSync(from, await cornered(80, 120))
  execFileSync('pdftoppm', ['-r', '72', ...options, from, join(dir, 'picture')])
  const made = readdirSync(dir).find((name) => /^picture.*\.(jpg|png|tif)$/.test(name)) ?? ''
  const bytes = readFileSync(join(dir, made))
  rmSync(join(dir, made))
  return bytes
}

/** Says how the camera was held, as cameras do. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from(`457869660000${'4d4d002a00000008'}0001${'0112000300000001'}`, 'hex')
  const value = Buffer.from([0, orientation, 0, 0, 0, 0, 0, 0])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + value.length + 2)
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1]), length, exif, value])
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

/** An uncompressed BMP of the same picture. */
function bmp(bits: 8 | 24): Buffer {
  const [width, height] = [80, 120]
  const stride = Math.ceil((width * bits) / 32) * 4
  const colours = bits === 8 ? 256 : 0
  const head = Buffer.alloc(54 + colours * 4)
  head.write('BM')
  head.writeUInt32LE(head.length, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(bits, 28)
  for (let i = 0; i < colours; i += 1) head.fill(i, 54 + i * 4, 57 + i * 4)
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.fill(
        x < 20 && y < 30 ? 0 : 178,
        (height - 1 - y) * stride + (x * bits) / 8,
        (height - 1 - y) * stride + ((x + 1) * bits) / 8,
      )
  return Buffer.concat([head, pixels])
}

/** A PNG with transparency: the ground is see-through, the corner is not. */
function seeThrough(): Buffer {
  const [width, height] = [80, 120]
  const dotAt = (x: number, y: number) => [0, 0, 0, x < 20 && y < 30 ? 0xff : 0x4d]
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => dotAt(x, y)).flat(),
  )
  return pngOf({ colour: 6, width, rows })
}

describe('pictures', () => {
  test('of every kind that PDF can hold stand upright', async () => {
    const dir = tempFolder()
    const tiffs = ['none', 'packbits', 'lzw', 'deflate', 'jpeg'].map(
      (packing) =>
        [`tiff ${packing}`, 'image/tiff', ['-tiff', '-tiffcompression', packing]] as const,
    )
    const kinds = [
      ['jpeg', 'image/jpeg', ['-jpeg']],
      ['grey jpeg', 'image/jpeg', ['-jpeg', '-gray']],
      ['png', 'image/png', ['-png']],
      ['grey png', 'image/png', ['-png', '-gray']],
      ...tiffs,
    ] as const
    const papers: BoundPaper[] = []
    for (const [name, media, options] of kinds)
      papers.push(storedPaper(dir, name, await picture(dir, ...options), media))
    papers.push(storedPaper(dir, 'bmp 24', bmp(24), 'image/bmp'))
    papers.push(storedPaper(dir, 'bmp 8', bmp(8), 'image/bmp'))
    papers.push(storedPaper(dir, 'png alpha', seeThrough(), 'image/png'))
    const { file, result } = await bound(dir, ...papers)
    expect(result.stoodFor).toEqual([])
    for (const [at, { title }] of papers.entries()) {
      const seen = corner(file, firstPage + 1 + at)
      expect(seen.corner, title).toBe('upper left')
      expect(Math.abs(seen.ratio - 1.5), title).toBeLessThan(0.1)
    }
  })

  test('taken with the camera turned or mirrored stand as they were seen', async () => {
    const dir = tempFolder()
    const jpeg = await picture(dir, '-jpeg')
    const papers = Array.from({ length: 8 }, (_, at) =>
      storedPaper(dir, `相机${at + 1}`, withOrientation(jpeg, at + 1), 'image/jpeg'),
    )
    const { file } = await bound(dir, ...papers)
    const seen = papers.map((_, at) => corner(file, firstPage + 1 + at))
    expect(seen.map((each) => each.corner)).toEqual([
      'upper left',
      'upper right',
      'lower right',
      'lower left',
      'upper left',
      'upper right',
      'lower right',
      'lower left',
    ])
    seen.forEach(({ ratio }, at) => {
      expect(ratio > 1, `${at + 1}`).toBe(at < 4)
    })
  })
})
