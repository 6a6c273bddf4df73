/** Certificates from elsewhere: what openssl packs is read, what cannot sign is refused by name. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { signDetached } from '../../../electron/engine/bundle/cms.ts'
import { checkSignature } from '../../../electron/engine/bundle/cms-check.ts'
import { listIdentities, signerOf } from '../../../electron/engine/identity/identities.ts'
import { exportIdentity, importIdentity } from '../../../electron/engine/identity/transfer.ts'
import { engineWithVault, tempFolder } from '../../support/house.ts'
import { fingerprintOf, issued, type Made, pack, selfSigned } from '../../support/pfx.ts'

const holder = '江苏示例智能制造有限公司'
const code = '91320506MA1EXAMP17'
const subject = `/C=CN/O=${holder}/serialNumber=${code}/CN=${holder}`
const vault = () => ({ dir: tempFolder() })
const bring = (house: { dir: string }, path: string, password: string) =>
  importIdentity(house, path, password, new Date())
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (fault) => fault,
  )

const made: Partial<Record<'rsa' | 'ec', Made>> = {}
beforeAll(() => {
  const dir = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim()
  for (const kind of ['rsa', 'ec'] as const) made[kind] = selfSigned(dir, kind, subject)
})
const madeOf = (kind: 'rsa' | 'ec'): Made => made[kind] as Made

describe.each(['rsa', 'ec'] as const)('%s', (kind) => {
  const passwords = ['abcd-1234', '密码：江苏①', '']
  const ciphers = [
    ['AES-256 and PBKDF2', []],
    ['RC2 and 3DES', ['-legacy']],
    [
      'AES-128 with a seal of SHA-1',
      ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC', '-macalg', 'sha1'],
    ],
  ] as const
  const cases = passwords.flatMap((password) =>
    ciphers.map(([name, options]) => [name, password, options] as const),
  )
  test.each(cases)('%s under “%s” is read and signs', async (_, password, options) => {
    const house = vault()
    const fingerprint = await bring(
      house,
      pack(house.dir, madeOf(kind), password, ...options),
      password,
    )
    expect(fingerprint).toBe(fingerprintOf(madeOf(kind).certificate))
    const [identity] = listIdentities(house)
    expect(identity).toMatchObject({
      name: holder,
      creditCode: code,
      algorithm: kind === 'rsa' ? 'RSA 2048' : 'ECDSA P-256',
      issuer: '',
    })
    const content = Buffer.from('内容')
    const check = checkSignature(signDetached(content, signerOf(house), new Date()), content)
    expect(check).toMatchObject({ certificate: { fingerprint } })
  })

  test('a wrong password is called that, and nothing is kept', async () => {
    const house = vault()
    for (const password of ['right-1', '右边']) {
      for (const options of [[], ['-legacy']]) {
        const path = pack(house.dir, madeOf(kind), password, ...options)
        for (const wrong of ['', 'right-2', '左边', `${password} `]) {
          expect(await faultOf(bring(house, path, wrong))).toMatchObject({
            code: 'identity.password',
          })
        }
      }
    }
    expect(listIdentities(house)).toEqual([])
  })

  test('taken out under a password and brought in elsewhere it is the same identity', async () => {
    const [here, there] = [vault(), vault()]
    const password = '迁移到新电脑-2023'
    await bring(here, pack(here.dir, madeOf(kind), 'x'), 'x')
    const [identity] = listIdentities(here)
    const out = join(there.dir, '身份.pfx')
    exportIdentity(here, identity?.fingerprint ?? '', out, password)
    expect(await bring(there, out, password)).toBe(identity?.fingerprint)
    expect(await faultOf(bring(there, out, '别的密码'))).toMatchObject({
      code: 'identity.password',
    })
    const content = Buffer.from('x')
    const { certificate } = signerOf(here)
    expect(signerOf(there).certificate).toEqual(certificate)
    expect(
      checkSignature(signDetached(content, signerOf(there), new Date()), content),
    ).toHaveProperty('certificate')
    // And strangers read it: the key comes out as it went in.
    const key = execFileSync(
      'openssl',
      ['pkcs12', '-in', out, '-nocerts', '-nodes', '-passin', `pass:${password}`],
      { encoding: 'utf8' },
    )
    expect(key.slice(key.indexOf('-----BEGIN'))).toBe(readFileSync(madeOf(kind).key, 'utf8'))
    expect(readFileSync(out).includes(Buffer.from(password))).toBe(false)
  })
})

test('a certificate of an authority, for another purpose, with the chain in the file, signs', async () => {
  const house = vault()
  const leaf = issued(house.dir, subject)
  const path = pack(house.dir, leaf, 'x', '-certfile', leaf.authority)
  expect(await bring(house, path, 'x')).toBe(fingerprintOf(leaf.certificate))
  expect(listIdentities(house)).toMatchObject([{ issuer: '示例认证中心', creditCode: code }])
})

test('brought in twice it is there once', async () => {
  const house = vault()
  const path = pack(house.dir, madeOf('rsa'), 'x')
  await bring(house, path, 'x')
  const before = listIdentities(house)
  await bring(house, path, 'x')
  expect(listIdentities(house)).toEqual(before)
})

test('what cannot sign is refused by name: weak keys, other curves, SHA-1, dates', async () => {
  const house = vault()
  const refused = async (made: Made) => faultOf(bring(house, pack(house.dir, made, 'x'), 'x'))
  expect(await refused(selfSigned(house.dir, 'weak', subject))).toMatchObject({
    code: 'identity.unfit',
    data: { algorithm: 'RSA 1024' },
  })
  expect(await refused(selfSigned(house.dir, 'p384', subject))).toMatchObject({
    code: 'identity.unfit',
    data: { algorithm: 'ECDSA secp384r1' },
  })
  expect(await refused(selfSigned(house.dir, 'rsa', subject, '-sha1'))).toMatchObject({
    code: 'identity.unfit',
    data: { algorithm: 'SHA-1' },
  })
  const path = pack(house.dir, madeOf('rsa'), 'x')
  for (const day of ['2001-01-01', '2060-01-01']) {
    expect(await faultOf(importIdentity(house, path, 'x', new Date(day)))).toMatchObject({
      code: 'identity.expired',
      data: { name: holder },
    })
  }
  expect(listIdentities(house)).toEqual([])
})

test('what is no certificate file, or lacks the key, is refused by name', async () => {
  const house = vault()
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(house.dir, name), content)
    return join(house.dir, name)
  }
  const whole = readFileSync(pack(house.dir, madeOf('ec'), 'x'))
  for (const odd of [
    '',
    'PK\u0003\u0004',
    '0\u0003\u0002\u0001\u0003',
    Buffer.alloc(2_000_000, 0x30),
  ]) {
    expect(await faultOf(bring(house, file('odd.pfx', odd), 'x'))).toMatchObject({
      code: 'identity.notPfx',
    })
  }
  expect(await faultOf(bring(house, file('cut.pfx', whole.subarray(0, 200)), 'x'))).toMatchObject({
    code: 'identity.password',
  })
  expect(
    await faultOf(bring(house, file('c.pfx', readFileSync(madeOf('ec').certificate)), '')),
  ).toMatchObject({
    code: 'identity.notPfx',
  })
  const bare = pack(house.dir, madeOf('ec'), 'x', '-nokeys')
  expect(await faultOf(bring(house, bare, 'x'))).toMatchObject({ code: 'identity.incomplete' })
  expect(await faultOf(bring(house, join(house.dir, 'gone.pfx'), 'x'))).toMatchObject({
    code: 'file.missing',
  })
  expect(await faultOf(bring(house, house.dir, 'x'))).toMatchObject({ code: 'file.notRegular' })
})

test('any flipped byte of a .pfx is refused, or changes nothing', async () => {
  const house = vault()
  const whole = readFileSync(pack(house.dir, madeOf('ec'), 'x'))
  const path = join(house.dir, 'flipped.pfx')
  const good = fingerprintOf(madeOf('ec').certificate)
  for (let at = 0; at < whole.length; at += 7) {
    const flipped = Buffer.from(whole)
    flipped[at] = (flipped[at] ?? 0) ^ 1
    writeFileSync(path, flipped)
    const outcome = await faultOf(bring(house, path, 'x').then((found) => found === good))
    if (outcome !== 'none') expect(outcome.code).toMatch(/^identity\./)
  }
})

test('through the gate: brought in, taken out, and no password in an answer or a key file', async () => {
  const { call, handle, house } = engineWithVault()
  const path = pack(tempFolder(), madeOf('rsa'), '口令-secret')
  const listed = await call('identity.import', { file: handle(path), password: '口令-secret' })
  expect(listed).toHaveLength(1)
  const fingerprint = listed[0]?.fingerprint ?? ''
  const to = handle(join(tempFolder(), 'out.pfx'))
  await call('identity.export', { fingerprint, to, password: 'longenough' })
  await expect(
    call('identity.export', { fingerprint, to, password: 'short' }),
  ).rejects.toMatchObject({ fault: { code: 'input.invalid' } })
  const keys = join(house.dir, 'keys')
  for (const name of readdirSync(keys)) {
    expect(readFileSync(join(keys, name), 'utf8')).not.toMatch(/secret|口令/)
  }
  const inVault = handle(join(keys, `${fingerprint}.json`))
  await expect(
    call('identity.export', { fingerprint, to: inVault, password: 'longenough' }),
  ).rejects.toMatchObject({ fault: { code: 'target.ofVault' } })
})
