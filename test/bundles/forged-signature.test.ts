/** Bundles whose parts were recomputed by someone who knows the format, but not the key. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { manifestText, readManifest } from '../../electron/engine/bundle/bag.ts'
import { signDetached } from '../../electron/engine/bundle/cms.ts'
import { checkSignature } from '../../electron/engine/bundle/cms-check.ts'
import type { Source } from '../../electron/engine/bundle/file-source.ts'
import { signSha256 } from '../../electron/engine/crypto.ts'
import { makeCertificate } from '../../electron/engine/identity/certificate.ts'
import { at } from './example.ts'
import { signature, tampering } from './tampering.ts'

const { input, spec, dir, pathOf, source, bytesOf, reasons, verify, signedBy } = tampering()
const tagManifest = 'tagmanifest-sha256.txt'

/** Replaces files and makes both manifests and the sums right again; the signature stays. */
function recomputed(changes: Readonly<Record<string, string | Uint8Array>>): Source[] {
  const changed = spec.sources.map((each) => {
    const content = changes[pathOf(each)]
    return content === undefined ? each : source(pathOf(each), content)
  })
  const listed = (files: readonly Source[]) =>
    manifestText(files.map((each) => ({ path: pathOf(each), sha256: each.sha256 })))
  const data = changed.filter((each) => pathOf(each).startsWith('data/'))
  const total = data.reduce((sum, { size }) => sum + size, 0)
  const info = bytesOf('bag-info.txt')
    .toString()
    .replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${total}.${data.length}`)
  const made = changed.map((each) => {
    if (pathOf(each) === 'manifest-sha256.txt') return source(pathOf(each), listed(data))
    return pathOf(each) === 'bag-info.txt' ? source(pathOf(each), info) : each
  })
  const tags = made.filter((each) => !/^(data\/|signatures\/|tagmanifest-)/.test(pathOf(each)))
  return made.map((each) =>
    pathOf(each) === tagManifest ? source(tagManifest, listed(tags)) : each,
  )
}

describe('everything recomputed but the signature', () => {
  const application = () => JSON.parse(bytesOf('application.json').toString())
  const audit = 'data/02_审计报告/001_2022年度审计报告.pdf'
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  test('nothing changed: the recomputed bundle is the bundle', async () => {
    expect(await reasons(recomputed({}))).toEqual([])
  })

  test('an answer, a verdict or a reason that was changed', async () => {
    for (const change of [{ reason: '' }, { findings: [] }, { answers: { revenue: '1' } }]) {
      const text = JSON.stringify({ ...application(), ...change })
      expect(await reasons(recomputed({ 'application.json': text }))).toEqual([
        `signature.digest ${signature}`,
      ])
    }
  })

  test('a material that was exchanged, with application.json made to fit', async () => {
    const other = Buffer.from('%PDF-1.7 假的审计')
    const file = application()
    const materials = file.materials.map((each: { path: string }) =>
      each.path === audit ? { ...each, sha256: hash(other), size: other.length } : each,
    )
    const text = JSON.stringify({ ...file, materials })
    expect(await reasons(recomputed({ [audit]: other, 'application.json': text }))).toEqual([
      `signature.digest ${signature}`,
    ])
    expect(await reasons(recomputed({ [audit]: other }))).toEqual([
      'application.invalid application.json',
      `signature.digest ${signature}`,
    ])
  })

  test('a pack that is not the one that the application was begun with', async () => {
    const easier = bytesOf('programme.json').toString().replace('"示例"', '"不设条件"')
    expect(await reasons(recomputed({ 'programme.json': easier }))).toEqual([
      'application.invalid application.json',
      `signature.digest ${signature}`,
    ])
  })

  test('a member taken from another bundle of the same enterprise', async () => {
    const other = tampering()
    for (const name of ['index.html', 'application.json']) {
      const told = await reasons(recomputed({ [name]: other.bytesOf(name) }))
      expect(told).toContain(`signature.digest ${signature}`)
      const swapped = spec.sources.map((each) =>
        pathOf(each) === name ? source(name, other.bytesOf(name)) : each,
      )
      expect(await reasons(swapped)).toContain(`bag.fileDamaged ${name}`)
    }
    const both = spec.sources.map((each) =>
      [tagManifest, signature].includes(pathOf(each))
        ? source(pathOf(each), other.bytesOf(pathOf(each)))
        : each,
    )
    expect((await reasons(both)).some((each) => each.startsWith('bag.fileDamaged'))).toBe(true)
  })

  test('an application that names files which are not there, or is none', async () => {
    const file = application()
    const [first] = file.materials
    const odd = [
      { ...file, materials: [...file.materials, { ...first, path: 'data/x' }] },
      { ...file, materials: [{ ...first, sha256: '0'.repeat(64) }] },
      { ...file, format: 2 },
      { ...file, kind: 'opinion' },
      { ...file, exportedAt: '昨天' },
      [],
      null,
    ]
    for (const each of odd) {
      const report = await verify(recomputed({ 'application.json': JSON.stringify(each) }))
      expect(report.reasons.map(({ code }) => code).sort()).toEqual([
        'application.invalid',
        'signature.digest',
      ])
      expect(report.about).toBeNull()
    }
  })

  test('a manifest is read only as it is written', () => {
    const text = bytesOf(tagManifest).toString()
    expect([...(readManifest(text)?.keys() ?? [])]).toContain('验证说明.txt')
    for (const odd of [` ${text}`, `${text}\n`, text.replace('  ', '\t '), `#\n${text}`]) {
      expect(readManifest(odd)).toBeNull()
    }
  })
})

describe('keys and certificates', () => {
  const content = bytesOf(tagManifest)
  const openssl = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: dir })
    expect([args.join(' '), status, status ? `${stderr}` : '']).toEqual([args.join(' '), 0, ''])
    return stdout
  }
  const make = (key: string[], digest = '-sha256') =>
    openssl(
      ...['req', '-x509', '-nodes', '-newkey', ...key, '-keyout', 'k.pem', '-out', 'c.pem'],
      ...['-subj', '/O=甲公司', '-utf8', digest, '-days', '3650'],
    )
  const sign = (...more: string[]): Promise<string[]> => {
    writeFileSync(join(dir, 'content'), content)
    return signedBy(
      openssl(
        ...'cms -sign -binary -outform DER -in content -signer c.pem -inkey k.pem -cades -nosmimecap -md sha256'.split(
          ' ',
        ),
        ...more,
      ),
    )
  }

  test('a certificate that had expired, or was not yet valid, when it signed', async () => {
    for (const day of ['2010-01-01', '2060-01-01']) {
      const { pkcs8, certificate } = makeCertificate({
        name: '甲公司',
        creditCode: '',
        at: new Date(day),
        years: 1,
      })
      const own = {
        ...input.signer,
        certificate,
        sign: (data: Uint8Array) => signSha256(pkcs8, data),
      }
      expect(await signedBy(Buffer.from(signDetached(content, own, at)))).toEqual([
        'signature.time',
      ])
    }
  })

  test('PSS padding, a certificate signed with SHA-1, an RSA key of 3072 and of 1024 bits', async () => {
    make(['rsa:3072'])
    expect(await sign()).toEqual([])
    expect(await sign('-keyopt', 'rsa_padding_mode:pss')).toEqual(['signature.algorithm'])
    make(['rsa:2048'], '-sha1')
    expect(await sign()).toEqual(['signature.certificate'])
    make(['rsa:1024'])
    expect(await sign()).toEqual(['signature.algorithm'])
  })

  test('an Ed25519 certificate whose signature was put together by hand', () => {
    make(['ed25519'])
    const der = openssl('x509', '-in', 'c.pem', '-outform', 'DER')
    const forged = { ...input.signer, certificate: der, sign: () => Buffer.alloc(64, 1) }
    expect(checkSignature(signDetached(content, forged, at), content)).toMatchObject({
      code: 'signature.certificate',
    })
  })

  test('the right signature in BER, with lengths of no definite form', async () => {
    const der = bytesOf(signature)
    const [head, rest] = [der.subarray(0, 4), der.subarray(4)]
    expect(head[1]).toBe(0x82)
    const indefinite = Buffer.concat([Buffer.from([0x30, 0x80]), rest, Buffer.from([0, 0])])
    expect(await signedBy(indefinite)).toEqual(['signature.format'])
    const padded = Buffer.concat([Buffer.from([0x30, 0x83, 0, head[2] ?? 0, head[3] ?? 0]), rest])
    expect(await signedBy(padded)).toEqual(['signature.format'])
    // openssl reads both: the strictness is ours.
    writeFileSync(join(dir, 'ber.p7s'), indefinite)
    execFileSync('openssl', ['cms', '-cmsout', '-inform', 'DER', '-in', 'ber.p7s', '-noout'], {
      cwd: dir,
    })
  })

  test('a signature value of zeros, which some checkers once took for any content', async () => {
    const zero = { ...input.signer, sign: () => Buffer.from('3006020100020100', 'hex') }
    expect(await signedBy(Buffer.from(signDetached(content, zero, at)))).toEqual([
      'signature.value',
    ])
    const negative = { ...input.signer, sign: () => Buffer.from('30060201ff0201ff', 'hex') }
    expect(await signedBy(Buffer.from(signDetached(content, negative, at)))).toEqual([
      'signature.value',
    ])
  })
})
