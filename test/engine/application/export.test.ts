import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobPath } from '../../../electron/engine/vault/paths.ts'
import type { Progress } from '../../../shared/wire.ts'
import { engineWithVault, tempFolder } from '../../support/house.ts'

async function withSample() {
  const engine = engineWithVault()
  await engine.call('sample.load', {})
  const rows = await engine.call('application.list', {})
  const idOf = (programme: string) => rows.find((row) => row.programme === programme)?.id ?? ''
  return {
    ...engine,
    base: idOf('js-internet-plus-base'),
    factory: idOf('js-iiot-benchmark-factory'),
  }
}

const entries = (zip: string) =>
  execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).trimEnd().split('\n')

test('open findings stop an export until a reason is given, which is printed in the bundle', async () => {
  const { call, handle, factory } = await withSample()
  const to = join(tempFolder(), '提交包.zip')
  await expect(call('application.export', { id: factory, to: handle(to) })).rejects.toMatchObject({
    fault: { code: 'export.blocked' },
  })
  expect(existsSync(to)).toBe(false)
  const reason = '证书已换发，原件随纸质材料报送'
  const receipt = await call('application.export', { id: factory, to: handle(to), reason })
  expect(receipt).toMatchObject({ path: to, reason, size: statSync(to).size })
  expect(receipt.blocking).toBeGreaterThan(0)
  const [application = ''] = entries(to).filter((name) => name.endsWith('/application.json'))
  const told = JSON.parse(execFileSync('unzip', ['-p', to, application], { encoding: 'utf8' }))
  expect(JSON.stringify(told)).toContain(reason)
})

test('the receipt stays with the application, whose state says that it has been exported', async () => {
  const { call, handle, base } = await withSample()
  const folder = tempFolder()
  const order = { id: base, to: handle(folder), reason: '演练' }
  const first = await call('application.export', order)
  expect(first.path).toBe(join(folder, first.name))
  const second = await call('application.export', order)
  const view = await call('application.open', { id: base })
  expect(view.state).toBe('exported')
  expect(view.receipts.map(({ seq }) => seq)).toEqual([second.seq, first.seq])
  // The same content under another export's name: the payload is the same to the byte.
  const payload = (zip: string) =>
    execFileSync('sh', ['-c', `unzip -p '${zip}' '*/manifest-sha256.txt'`], { encoding: 'utf8' })
  expect(payload(first.path)).toBe(payload(second.path))
  const report = await call('bundle.verify', { file: handle(first.path) })
  expect(report).toMatchObject({ ok: true, sha256: first.sha256 })
  expect(report.signer?.fingerprint).toBe(first.fingerprint)
  const [identity] = await call('identity.list', {})
  expect(identity?.fingerprint).toBe(first.fingerprint)
})

test('progress is reported, a cancelled export leaves nothing, and the next one succeeds', async () => {
  const { call, handle, base } = await withSample()
  const folder = tempFolder()
  const order = { id: base, to: handle(join(folder, 'a.zip')), reason: '演练' }
  const controller = new AbortController()
  const seen: Progress[] = []
  const job = {
    signal: controller.signal,
    progress: (progress: Progress) => {
      seen.push(progress)
      controller.abort()
    },
  }
  await expect(call('application.export', order, job)).rejects.toMatchObject({
    fault: { code: 'job.cancelled' },
  })
  expect(seen.length).toBeGreaterThan(0)
  expect(readdirSync(folder)).toEqual([])
  await call('application.export', order)
  expect(readdirSync(folder)).toEqual(['a.zip'])
})

test('a damaged material is named, and nothing is written; nor is an existing file', async () => {
  const { call, handle, base, house } = await withSample()
  const folder = tempFolder()
  const taken = join(folder, 'taken.zip')
  writeFileSync(taken, 'somebody’s')
  await expect(
    call('application.export', { id: base, to: handle(taken), reason: '演练' }),
  ).rejects.toMatchObject({ fault: { code: 'target.exists' } })
  const view = await call('application.open', { id: base })
  const [material] = view.slots.flatMap(({ materials }) => materials)
  const blob = blobPath(house.dir, material?.sha256 ?? '')
  chmodSync(blob, 0o644)
  writeFileSync(blob, 'rotten')
  const to = join(folder, 'b.zip')
  await expect(
    call('application.export', { id: base, to: handle(to), reason: '演练' }),
  ).rejects.toMatchObject({ fault: { code: 'material.damaged' } })
  expect(readdirSync(folder)).toEqual(['taken.zip'])
})
