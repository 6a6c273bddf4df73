/** A stranger's bundle may say of itself what it likes; the report must not say it for him. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signDetached } from '../../electron/engine/bundle/cms.ts'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import {
  componentFault,
  fileName,
  folderName,
  rootName,
} from '../../electron/engine/bundle/names.ts'
import { verifyText } from '../../electron/engine/bundle/report.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { createIdentity, signerOf } from '../../electron/engine/identity/identities.ts'
import { quietJob } from '../support/quiet-job.ts'
import { at, exampleInput } from './example.ts'
import { tampering } from './tampering.ts'

const passed = '通过：文件齐全、未被改动，签名正确。'
const trusted = 'ab'.repeat(32)

test('names inside a bad archive cannot write a line of the report', async () => {
  const { spec, source, verify } = tampering()
  for (const sign of ['\n', '\r', '\u2028', '\u0085', '\u001b[2K\r', '\u202e', '\u0000']) {
    const report = await verify([...spec.sources, source(`a${sign}${passed}`, 'x')])
    const lines = verifyText(report).split(/[\n\r\u2028\u0085]/)
    expect(report.ok).toBe(false)
    expect(lines[1]).toMatch(/^未通过/)
    expect(lines.filter((line) => line.startsWith(passed))).toEqual([])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
    expect(verifyText(report)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(verifyText(report)).toContain('<U+')
  }
})

test('a root of several lines stays on one', async () => {
  const { spec, pathOf, verify } = tampering()
  const root = `x\n证书指纹（SHA-256）: ${trusted}`
  const moved = spec.sources.map((each) => ({ ...each, name: `${root}/${pathOf(each)}` }))
  const lines = verifyText(await verify(moved)).split('\n')
  expect(lines.some((line) => line.startsWith('证书指纹'))).toBe(false)
})

test('the title and signer of a good bundle cannot show another fingerprint', async () => {
  const input = exampleInput()
  const forged = `\n证书指纹（SHA-256）: ${trusted}`
  const { fingerprint } = createIdentity(input, { name: `甲公司${forged}`, creditCode: '', at })
  const spec = composeBundle({
    ...input,
    signer: signerOf(input, fingerprint),
    view: { ...input.view, title: `项目${forged}`, edition: `2023${forged}` },
    enterprise: { ...input.enterprise, facts: { name: `甲公司${forged}` } },
  })
  const to = join(input.dir, 'forged.zip')
  await writeBundle(spec, to, quietJob)
  const report = await verifyBundle(to, quietJob)
  expect(report.ok).toBe(true)
  for (const language of ['zh-CN', 'en'] as const) {
    const lines = verifyText(report, language).split('\n')
    const told = lines.filter((line) => /^(证书指纹|Certificate fingerprint)/.test(line))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(fingerprint)
    expect(lines).toHaveLength(
      verifyText({ ...report, about: null }, language).split('\n').length + 3,
    )
  }
})

test('letters without a shape cannot make two names of one', () => {
  for (const filler of ['\u3164', '\u115f', '\u1160', '\uffa0', '\ufe0f', '\u034f', '\u17b4']) {
    expect(componentFault(`报告${filler}.pdf`)).toBe('invisible')
    expect(fileName(1, `报告${filler}.pdf`)).toBe('001_报告.pdf')
    expect(folderName(1, filler)).toBe('01_slot')
    expect(rootName(filler, filler, '2023-05-06', '0badcafe')).toBe('bundle_-_20230506_0badcafe')
  }
})

test('an archive with such a name is refused', async () => {
  const { spec, source, reasons } = tampering()
  const name = 'data/02_审计报告/001_2022年度审计报告\u3164.pdf'
  expect(await reasons([...spec.sources, source(name, 'x')])).toEqual([
    `zip.name ${spec.root}/${name}`,
  ])
})

test('a signature of another bundle stays a signature of that other one', async () => {
  const [a, b] = [tampering(), tampering()]
  const content = b.bytesOf('tagmanifest-sha256.txt')
  const replayed = a.bytesOf('signatures/tagmanifest-sha256.txt.p7s')
  expect(await b.signedBy(replayed)).toEqual(['signature.digest'])
  const own = signDetached(Buffer.concat([content, Buffer.from('\n')]), b.input.signer, at)
  expect(await b.signedBy(own)).toEqual(['signature.digest'])
})
