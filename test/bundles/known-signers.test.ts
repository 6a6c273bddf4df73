/** Trust on first use: who is new, who is known, who has changed, and an impostor who is not green. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import {
  confirmSigner,
  forgetSigner,
  knownSigners,
} from '../../electron/engine/bundle/known-signers.ts'
import { trustLines, verificationText } from '../../electron/engine/bundle/report.ts'
import { verifyAgain, verifyPicked } from '../../electron/engine/bundle/verify-picked.ts'
import { writeBundle } from '../../electron/engine/bundle/write.ts'
import { createIdentity, signerOf } from '../../electron/engine/identity/identities.ts'
import { rotateIdentity } from '../../electron/engine/identity/rotation.ts'
import { importIdentity } from '../../electron/engine/identity/transfer.ts'
import { tempFolder } from '../support/house.ts'
import { pack, selfSigned } from '../support/pfx.ts'
import { quietJob } from '../support/quiet-job.ts'
import { at, exampleInput } from './example.ts'

const holder = { name: '江苏示例智能制造有限公司', creditCode: '91320506MA1EXAMP17' }
const temp = () => mkdtempSync(join(tmpdir(), 'signers-'))
type Place = { readonly dir: string }
const day = (n: number) => new Date(at.getTime() + n * 86_400_000)

/** A bundle that says it is real, signed by this vault's identity. */
async function bundleOf(vault: Place, fingerprint?: string, sample = false, when = at) {
  const input = exampleInput()
  const signer = signerOf(vault, fingerprint)
  const { name, creditCode } = signer.identity
  const enterprise = { ...input.enterprise, sample, facts: { name, creditCode } }
  const to = join(temp(), 'x.zip')
  await writeBundle(composeBundle({ ...input, enterprise, signer, at: when }), to, quietJob)
  return to
}
const verify = (config: string, path: string, now = at) =>
  verifyPicked(path, [], config, now, quietJob)
const vaultOf = (who: typeof holder = holder): Place & { fingerprint: string } => {
  const vault = { dir: temp() }
  return { ...vault, fingerprint: createIdentity(vault, { ...who, at }).fingerprint }
}

test('first seen, then known, then confirmed; and it lies with the settings', async () => {
  const config = temp()
  const vault = vaultOf()
  const path = await bundleOf(vault)
  expect((await verify(config, path)).trust).toMatchObject({ state: 'first', others: [] })
  const again = await verify(config, path, day(3))
  expect(again.ok).toBe(true)
  expect(again.trust).toMatchObject({
    state: 'known',
    known: {
      ...holder,
      fingerprint: vault.fingerprint,
      firstSeen: at.toISOString(),
      confirmed: false,
    },
  })
  confirmSigner(config, { ...holder, fingerprint: vault.fingerprint }, day(4))
  const confirmed = await verify(config, path)
  expect(confirmed.trust?.known).toMatchObject({ confirmed: true, firstSeen: at.toISOString() })
  expect(verificationText(confirmed)).toContain('指纹已与交接单比对')
  expect(readdirSync(config)).toEqual(['signers.json'])
})

test('an impostor of the same name or code is not green, with both fingerprints; nor remembered', async () => {
  const config = temp()
  const real = vaultOf()
  await verify(config, await bundleOf(real))
  for (const who of [
    holder,
    { name: '别的名称', creditCode: holder.creditCode },
    { name: ` ${holder.name.replace('智能', '智 能')} `, creditCode: '' },
  ]) {
    const impostor = vaultOf(who)
    for (let n = 0; n < 2; n += 1) {
      const found = await verify(config, await bundleOf(impostor))
      expect(found.ok).toBe(false)
      expect(found.reasons).toEqual([
        { code: 'signer.changed', place: '', detail: impostor.fingerprint },
      ])
      expect(found.trust).toMatchObject({
        state: 'changed',
        others: [{ fingerprint: real.fingerprint }],
      })
      const text = verificationText(found).replaceAll(' ', '').toLowerCase()
      expect(text).toContain(impostor.fingerprint)
      expect(text).toContain(real.fingerprint)
      expect(text).not.toMatch(/^通过/m)
    }
  }
  expect(knownSigners(config)).toHaveLength(1)
})

test('an impostor with an RSA certificate from elsewhere is not green either', async () => {
  const config = temp()
  await verify(config, await bundleOf(vaultOf()))
  const dir = tempFolder()
  const made = selfSigned(dir, 'rsa', `/O=${holder.name}/serialNumber=${holder.creditCode}`)
  const vault = { dir }
  await importIdentity(vault, pack(dir, made, 'x'), 'x', new Date())
  const found = await verify(config, await bundleOf(vault, undefined, false, new Date()))
  expect(found).toMatchObject({ ok: false, trust: { state: 'changed' } })
})

test('another enterprise contradicts nobody', async () => {
  const config = temp()
  await verify(config, await bundleOf(vaultOf()))
  const other = vaultOf({ name: '苏州另一家有限公司', creditCode: '' })
  expect((await verify(config, await bundleOf(other))).trust?.state).toBe('first')
  const third = vaultOf({ name: '第三家', creditCode: '' })
  expect((await verify(config, await bundleOf(third))).ok).toBe(true)
  expect(knownSigners(config)).toHaveLength(3)
})

test('a successor whom the known one signed for is accepted; the old one again is noticed', async () => {
  const config = temp()
  const vault = vaultOf()
  const old = await bundleOf(vault)
  await verify(config, old)
  rotateIdentity(vault, vault.fingerprint, at)
  rotateIdentity(vault, signerOf(vault).identity.fingerprint, at)
  const found = await verify(config, await bundleOf(vault))
  expect(found).toMatchObject({
    ok: true,
    trust: { state: 'rotated', others: [{ fingerprint: vault.fingerprint }] },
  })
  expect(knownSigners(config)[1]).toMatchObject({ replaces: vault.fingerprint })
  const retired = await verify(config, old)
  expect(retired.trust?.state).toBe('retired')
  expect(trustLines(retired.trust, vault.fingerprint, 'zh-CN').join()).toContain('请向对方核实')
})

test('a changed signer is taken in only by a person’s word, and can be forgotten', async () => {
  const config = temp()
  const [first, second] = [vaultOf(), vaultOf()]
  await verify(config, await bundleOf(first))
  const path = await bundleOf(second)
  expect((await verify(config, path)).ok).toBe(false)
  confirmSigner(config, { ...holder, fingerprint: second.fingerprint }, at)
  expect(await verify(config, path)).toMatchObject({ ok: true, trust: { state: 'known' } })
  forgetSigner(config, second.fingerprint)
  expect((await verify(config, path)).ok).toBe(false)
  expect(() => forgetSigner(config, second.fingerprint)).toThrowError(
    expect.objectContaining({ code: 'signer.unknown' }),
  )
})

test('invented bundles are not remembered, but do not slip past a known name', async () => {
  const config = temp()
  const vault = vaultOf()
  expect((await verify(config, await bundleOf(vault, undefined, true))).trust?.state).toBe('sample')
  expect(knownSigners(config)).toEqual([])
  await verify(config, await bundleOf(vault))
  expect((await verify(config, await bundleOf(vaultOf(), undefined, true))).ok).toBe(false)
})

test('a refused bundle teaches nothing; a list that cannot be read is put aside and begun anew', async () => {
  const config = temp()
  const vault = vaultOf()
  const path = await bundleOf(vault)
  const bytes = readFileSync(path)
  bytes[300] = (bytes[300] ?? 0) ^ 1
  const bad = join(temp(), 'bad.zip')
  writeFileSync(bad, bytes)
  expect(await verify(config, bad)).toMatchObject({ ok: false, trust: null })
  expect(readdirSync(config)).toEqual([])
  writeFileSync(join(config, 'signers.json'), '[{"fingerprint":')
  expect((await verify(config, path)).trust?.state).toBe('first')
  expect(readdirSync(config).sort()).toEqual(['signers.damaged.json', 'signers.json'])
  expect((await verify('/dev/null/nowhere', path)).trust?.state).toBe('first')
})

test('verified again for its 验证单 the verdict is what it was, and nobody becomes known by it', async () => {
  const config = temp()
  const vault = vaultOf()
  const path = await bundleOf(vault)
  const unseen = await verifyAgain(path, [], config, at, quietJob)
  expect([unseen.trust?.state, knownSigners(config)]).toEqual(['first', []])
  const seen = await verify(config, path)
  const printed = await verifyAgain(path, [], config, new Date(seen.at), quietJob)
  expect(printed).toEqual(seen)
  const later = await verify(config, path, day(2))
  expect(await verifyAgain(path, [], config, new Date(later.at), quietJob)).toEqual(later)
  expect(later.trust?.state).toBe('known')
})

test('a successor whom its own bundle made known stays a successor on its 验证单', async () => {
  const config = temp()
  const vault = vaultOf()
  await verify(config, await bundleOf(vault))
  rotateIdentity(vault, vault.fingerprint, day(1))
  const { fingerprint } = signerOf(vault).identity
  const path = await bundleOf(vault, fingerprint, false, day(1))
  const seen = await verify(config, path, day(1))
  expect(seen.trust?.state).toBe('rotated')
  expect(await verifyAgain(path, [], config, day(1), quietJob)).toEqual(seen)
})
