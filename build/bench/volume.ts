/**
 * A bound volume against `qpdf --empty --pages` merging the same papers, on the same disk in the same
 * run; and its peak of memory against a volume of the same papers ten times over, which must need no
 * more. Binding is bound by reading and hashing the papers, then by writing them; 目录 and dividers
 * cost some 20 ms a page. Alone: `node build/bench/volume.ts PAPERS PAGES KILOBYTES`.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { sha256 } from '../../electron/engine/crypto.ts'
import { type BoundPaper, bindVolume } from '../../electron/engine/paper/bind-volume.ts'
import { quietJob } from '../../test/support/quiet-job.ts'
import { prepareFonts } from '../fonts.mjs'

export type Bound = {
  readonly work: string
  readonly papers: number
  readonly pages: number
  readonly mebibytes: number
  readonly seconds: number
  /** Peak of the process's memory, or null where it was not measured. */
  readonly peakMebibytes: number | null
  /** qpdf's time over this one: more than 1 is faster than qpdf. */
  readonly speed: number
}

/** A scan: each page one picture of `kilobytes` that does not pack. */
async function scan(pages: number, kilobytes: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let number = 0; number < pages; number += 1) {
    const page = document.addPage([595.28, 841.89])
    const picture = document.context.stream(randomBytes(kilobytes * 1024), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1024,
      Height: kilobytes,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    })
    page.node.setXObject(PDFName.of('Scan'), document.context.register(picture))
    const contents = document.context.stream('q 595.28 0 0 841.89 0 0 cm /Scan Do Q')
    page.node.addContentStream(document.context.register(contents))
  }
  return document.save()
}

/** Runs in a process of its own, so that its peak is that of the binding alone. */
async function bindHere(files: readonly string[], times: number, to: string): Promise<void> {
  const papers = files.map((line): BoundPaper => {
    const [hash = '', file = ''] = line.split(' ')
    const common = { title: hash.slice(0, 8), marked: false, facts: [], format: 'PDF' }
    return { ...common, file, sha256: hash, media: 'application/pdf' }
  })
  const begun = performance.now()
  const many = Array.from({ length: times }, () => papers).flat()
  const { pages, size } = await bindVolume(
    {
      ...{ title: '测速', author: '', cover: [], watermark: '测速', code: '0', form: null },
      date: new Date(0),
      parts: [{ number: 1, title: '材料', form: false, papers: many }],
    },
    to,
    { bundled: await prepareFonts(), system: [] },
    quietJob,
  )
  const ms = performance.now() - begun
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(`${JSON.stringify({ ms, peak, pages, size })}\n`)
}

type Told = { readonly ms: number; readonly peak: number; readonly pages: number }

function bindApart(files: readonly string[], times: number, to: string): Told {
  const input = JSON.stringify({ files, times, to })
  const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, '--bind'], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error('the binding failed')
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits))

/** `pages` in all, spread evenly over `papers`. */
export async function benchVolume(
  papers: number,
  pages: number,
  kilobytes: number,
): Promise<readonly Bound[]> {
  mkdirSync('out', { recursive: true })
  const dir = mkdtempSync(join('out', 'bench-'))
  try {
    const each = Math.max(1, Math.round(pages / papers))
    const files: string[] = []
    let bytes = 0
    for (let n = 0; n < papers; n += 1) {
      const paper = await scan(each, kilobytes)
      const file = join(dir, `${n}.pdf`)
      writeFileSync(file, paper)
      files.push(`${sha256(paper)} ${file}`)
      bytes += paper.length
    }
    const mebibytes = round(bytes / 2 ** 20, 1)
    const begun = performance.now()
    const names = files.map((line) => line.split(' ')[1] ?? '')
    const merged = join(dir, 'qpdf.pdf')
    const { status } = spawnSync('qpdf', ['--empty', '--pages', ...names, '--', merged])
    const peer = performance.now() - begun
    if (status !== 0 || statSync(merged).size < bytes) throw new Error('qpdf is needed')
    rmSync(merged)
    const row = (work: string, times: number, ms: number, peak: number | null): Bound => ({
      ...{ work, papers: papers * times, pages: papers * each * times },
      mebibytes: round(mebibytes * times, 1),
      seconds: round(ms / 1000),
      peakMebibytes: peak === null ? null : Math.round(peak),
      speed: round((peer * times) / ms),
    })
    const once = bindApart(files, 1, join(dir, 'once.pdf'))
    const often = bindApart(files, 10, join(dir, 'often.pdf'))
    return [
      row('qpdf --empty --pages', 1, peer, null),
      row('bound volume', 1, once.ms, once.peak),
      row('the same papers ten times over', 10, often.ms, often.peak),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

if (process.argv[2] === '--bind') {
  let text = ''
  for await (const piece of process.stdin) text += String(piece)
  const { files, times, to } = JSON.parse(text)
  await bindHere(files, times, to)
} else if (process.argv[1] === import.meta.filename) {
  const [papers = 20, pages = 150, kilobytes = 300] = process.argv.slice(2).map(Number)
  console.table(await benchVolume(papers, pages, kilobytes))
}
