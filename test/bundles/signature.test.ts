/** Signatures of a bundle that were made in another way than ours. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signDetached } from '../../electron/engine/bundle/cms.ts'
import { identityFor, type Signer, signerOf } from '../../electron/engine/identity/identities.ts'
import { importIdentity } from '../../electron/engine/identity/transfer.ts'
import { issued, pack, selfSigned } from '../support/pfx.ts'
import { at, enterpriseName } from './example.ts'
import { signature, tampering } from './tampering.ts'

const { input, spec, dir, replaced, bytesOf, verify, signedBy } = tampering()

test('the same content signed by an impostor of the same name shows another fingerprint', async () => {
  const stranger = identityFor(
    { dir: join(dir, 'stranger') },
    { name: enterpriseName, creditCode: '91320506MA1EXAMP17', at },
  )
  const report = await verify(
    replaced(signature, signDetached(bytesOf('tagmanifest-sha256.txt'), stranger, at)),
  )
  expect(report.ok).toBe(true)
  expect(report.signer?.name).toBe(enterpriseName)
  expect(report.signer?.fingerprint).not.toBe(spec.fingerprint)
})

/** Signs with openssl and the example's own key, in the way that the arguments say. */
function opensslSign(args: readonly string[], content = bytesOf('tagmanifest-sha256.txt')): Buffer {
  const [name = ''] = readdirSync(join(dir, 'keys'))
  const key = JSON.parse(readFileSync(join(dir, 'keys', name), 'utf8'))
  const pem = (label: string, base64: string) =>
    `-----BEGIN ${label}-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`
  writeFileSync(join(dir, 'key.pem'), pem('PRIVATE KEY', key.pkcs8))
  writeFileSync(join(dir, 'cert.pem'), pem('CERTIFICATE', key.certificate))
  writeFileSync(join(dir, 'content'), content)
  const common = [
    'cms',
    '-sign',
    '-binary',
    '-outform',
    'DER',
    '-in',
    'content',
    '-signer',
    'cert.pem',
    '-inkey',
    'key.pem',
  ]
  return execFileSync('openssl', [...common, ...args], { cwd: dir, maxBuffer: 1 << 24 })
}
const strangerPem = (): void => {
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'other-key.pem',
      '-out',
      'other.pem',
      '-subj',
      '/O=other',
      '-days',
      '3650',
    ],
    { cwd: dir, stdio: 'ignore' },
  )
}
test('what openssl signs in the right way is accepted', async () => {
  expect(await signedBy(opensslSign(['-cades', '-nosmimecap', '-md', 'sha256']))).toEqual([])
})

test('what openssl tolerates and a bundle must not have is refused by name', async () => {
  strangerPem()
  const right = ['-cades', '-nosmimecap', '-md', 'sha256']
  expect(await signedBy(opensslSign(['-noattr', '-md', 'sha256']))).toEqual([
    'signature.attributes',
  ])
  expect(await signedBy(opensslSign(['-nosmimecap', '-md', 'sha256']))).toEqual([
    'signature.attributes',
  ])
  expect(await signedBy(opensslSign(['-cades', '-md', 'sha256']))).toEqual(['signature.attributes'])
  expect(await signedBy(opensslSign([...right, '-certfile', 'other.pem']))).toEqual([
    'signature.certificate',
  ])
  expect(await signedBy(opensslSign([...right, '-nocerts']))).toEqual(['signature.certificate'])
  expect(await signedBy(opensslSign([...right, '-nodetach']))).toEqual(['signature.format'])
  expect(await signedBy(opensslSign(['-cades', '-nosmimecap', '-md', 'sha1']))).toEqual([
    'signature.algorithm',
  ])
  expect(await signedBy(opensslSign(['-cades', '-nosmimecap', '-md', 'sha512']))).toEqual([
    'signature.algorithm',
  ])
  expect(await signedBy(opensslSign([...right, '-econtent_type', '1.2.3.4']))).toEqual([
    'signature.format',
  ])
  expect(await signedBy(opensslSign(right, Buffer.from('other content')))).toEqual([
    'signature.digest',
  ])
  const two = opensslSign([...right, '-signer', 'other.pem', '-inkey', 'other-key.pem'])
  expect(await signedBy(two)).not.toEqual([])
  const good = opensslSign(right)
  expect(await signedBy(Buffer.concat([good, Buffer.alloc(1)]))).toEqual(['signature.format'])
  expect(await signedBy(good.subarray(0, -1))).toEqual(['signature.format'])
  expect(await signedBy(Buffer.from(good.toString('base64')))).toEqual(['signature.format'])
})

test('a signature dated outside its certificate is refused', async () => {
  const content = bytesOf('tagmanifest-sha256.txt')
  for (const day of ['2023-05-05T23:59:59Z', '2033-05-06T00:00:01Z', '2051-01-01T00:00:00Z']) {
    expect(await signedBy(Buffer.from(signDetached(content, input.signer, new Date(day))))).toEqual(
      ['signature.time'],
    )
  }
})

test('a key of another kind than the certificate’s gives no good signature', async () => {
  const stranger = identityFor(
    { dir: join(dir, 'third') },
    { name: enterpriseName, creditCode: '', at },
  )
  const mixed: Signer = { ...stranger, certificate: input.signer.certificate }
  const content = bytesOf('tagmanifest-sha256.txt')
  expect(await signedBy(Buffer.from(signDetached(content, mixed, at)))).toEqual(['signature.value'])
})

test.each([
  ['rsa:2048', []],
  ['rsa:1024', ['signature.algorithm']],
  ['ec -pkeyopt ec_paramgen_curve:P-256', []],
  ['ec -pkeyopt ec_paramgen_curve:P-384', ['signature.algorithm']],
  ['ed25519', null],
])('a certificate with %s', async (key, expected) => {
  const subject = [
    '-subj',
    '/O=甲公司',
    '-utf8',
    '-keyout',
    'k.pem',
    '-out',
    'c.pem',
    '-days',
    '3650',
  ]
  const make = ['req', '-x509', '-nodes', '-newkey', ...key.split(' '), ...subject]
  execFileSync('openssl', make, { cwd: dir, stdio: 'ignore' })
  writeFileSync(join(dir, 'content'), bytesOf('tagmanifest-sha256.txt'))
  const sign =
    'cms -sign -binary -outform DER -in content -signer c.pem -inkey k.pem -cades -nosmimecap -md sha256'
  const { status, stdout } = spawnSync('openssl', sign.split(' '), { cwd: dir })
  if (expected === null) expect(status).not.toBe(0)
  else expect(await signedBy(stdout)).toEqual(expected)
})

test('the same tricks with an RSA key are refused by the same names', async () => {
  selfSigned(dir, 'rsa', `/O=${enterpriseName}`)
  strangerPem()
  writeFileSync(join(dir, 'content'), bytesOf('tagmanifest-sha256.txt'))
  const sign = (...args: string[]): Promise<string[]> => {
    const common = 'cms -sign -binary -outform DER -in content -signer rsa.crt -inkey rsa.key'
    return signedBy(execFileSync('openssl', [...common.split(' '), ...args], { cwd: dir }))
  }
  const right = ['-cades', '-nosmimecap', '-md', 'sha256']
  expect(await sign(...right)).toEqual([])
  expect(await sign('-noattr', '-md', 'sha256')).toEqual(['signature.attributes'])
  expect(await sign('-nosmimecap', '-md', 'sha256')).toEqual(['signature.attributes'])
  expect(await sign('-cades', '-md', 'sha256')).toEqual(['signature.attributes'])
  expect(await sign(...right, '-certfile', 'other.pem')).toEqual(['signature.certificate'])
  expect(await sign(...right, '-nocerts')).toEqual(['signature.certificate'])
  expect(await sign(...right, '-nodetach')).toEqual(['signature.format'])
  expect(await sign('-cades', '-nosmimecap', '-md', 'sha1')).toEqual(['signature.algorithm'])
  expect(await sign(...right, '-econtent_type', '1.2.3.4')).toEqual(['signature.format'])
  const two = await sign(...right, '-signer', 'other.pem', '-inkey', 'other-key.pem')
  expect(two).not.toEqual([])
})

test('a bundle signed with an imported RSA key is accepted by openssl with and without -cades', async () => {
  const house = { dir: join(dir, 'rsa-vault') }
  mkdirSync(house.dir)
  const made = issued(dir, `/O=${enterpriseName}`)
  await importIdentity(house, pack(dir, made, '密码', '-legacy'), '密码', new Date())
  const p7s = signDetached(bytesOf('tagmanifest-sha256.txt'), signerOf(house), new Date())
  expect(await signedBy(Buffer.from(p7s))).toEqual([])
  writeFileSync(join(dir, 'content'), bytesOf('tagmanifest-sha256.txt'))
  writeFileSync(join(dir, 'rsa.p7s'), p7s)
  const base = 'cms -verify -binary -inform DER -in rsa.p7s -content content -out /dev/null'
  for (const how of ['-noverify', '-cades -CAfile leaf.crt -partial_chain -purpose any']) {
    execFileSync('openssl', `${base} ${how}`.split(' '), { cwd: dir, stdio: 'pipe' })
  }
})
