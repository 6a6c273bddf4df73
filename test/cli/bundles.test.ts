/** verify, receipts, handover and export in volumes, as IT staff and the reviewer run them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { ReceiptView, Verification } from '../../shared/model/bundle.ts'
import { writeExample } from '../bundles/example.ts'
import { cli, cliJson } from '../support/cli.ts'
import { inspectPdf } from '../support/poppler.ts'

const dir = mkdtempSync(join(tmpdir(), 'cli-bundles-'))
let bundle: Awaited<ReturnType<typeof writeExample>>

beforeAll(async () => {
  bundle = await writeExample()
})

test('verify prints the sheet as PDF beside the JSON with its reason codes', () => {
  const sheet = join(dir, '验证单.pdf')
  const good = cliJson<Verification>('verify', bundle.path, '--sheet', sheet)
  expect(good.status).toBe(0)
  expect(good.json).toMatchObject({ ok: true, reasons: [], trust: { state: 'sample' } })
  expect(inspectPdf(readFileSync(sheet)).text).toContain('通过：文件齐全')
  const bytes = readFileSync(bundle.path)
  bytes[1000] = (bytes[1000] ?? 0) ^ 1
  const bad = join(dir, 'bad.zip')
  writeFileSync(bad, bytes)
  const refused = cliJson<Verification>('verify', bad)
  expect(refused.status).toBe(1)
  expect(refused.json.reasons.map(({ code }) => code)).toContain('zip.crc')
})

test('the fingerprint from the stamped sheet decides: equal is confirmed, another is refused', () => {
  const { fingerprint } = bundle.written
  const grouped = fingerprint.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')
  const same = cliJson<Verification>('verify', bundle.path, '--fingerprint', grouped)
  expect(same.status).toBe(0)
  expect(same.json.trust).toMatchObject({ state: 'known', known: { confirmed: true } })
  const other = cliJson<Verification>('verify', bundle.path, '--fingerprint', 'ab'.repeat(32))
  expect(other.status).toBe(1)
  expect(other.json).toMatchObject({ ok: false, reasons: [{ code: 'signer.changed' }] })
  expect(cli('verify', bundle.path, '--fingerprint', 'x').status).toBe(2)
})

test('an export in volumes, its ledger, its sheet, and a folder that is verified at once', () => {
  const vault = join(dir, 'vault')
  const out = join(dir, 'out')
  expect(cli('init', '--vault', vault).status).toBe(0)
  const papers = [1, 2].map((n) => {
    const path = join(dir, `合同${n}.pdf`)
    writeFileSync(path, Buffer.alloc(600_000, `%PDF-1.4 ${n} `))
    return path
  })
  expect(cli('import', '--vault', vault, ...papers).status).toBe(0)
  const listed = cliJson<{ materials: { sha256: string }[] }>('list', '--vault', vault).json
  const on = ['--programme', 'js-internet-plus-base', '--edition', '2022']
  const applied = cliJson<{ id: string; slots: { id: string }[] }>('apply', '--vault', vault, ...on)
  const application = ['--vault', vault, '--application', applied.json.id]
  const slot = applied.json.slots[0]?.id ?? ''
  for (const { sha256 } of listed.materials) {
    expect(cli('link', ...application, '--slot', slot, '--material', sha256).status).toBe(0)
  }
  const size = String(1 << 20)
  const wanted = [...application, '--reason', '演练', '--volume-size', size]
  const exported = cliJson<{ seq: number; path: string; volumes: unknown[] }>(
    ...(['export', ...wanted, '--out', out] as const),
  )
  expect(exported.status).toBe(0)
  expect(exported.json.volumes.length).toBeGreaterThan(1)
  expect(readdirSync(exported.json.path)).toHaveLength(exported.json.volumes.length)
  const checked = cliJson<Verification>('verify', exported.json.path)
  expect(checked.status).toBe(0)
  expect(checked.json.volumes.map(({ state }) => state)).not.toContain('missing')
  const rows = cliJson<{ seq: number }[]>('receipts', '--vault', vault).json
  expect(rows).toMatchObject([{ seq: exported.json.seq, papers: 3 }])
  const seq = String(exported.json.seq)
  const view = cliJson<ReceiptView>('receipts', '--vault', vault, '--receipt', seq).json
  const papersIn = view.contents.filter((each) => each.slot !== '')
  expect(papersIn.map(({ sha256 }) => sha256).sort()).toEqual(
    listed.materials.map(({ sha256 }) => sha256).sort(),
  )
  const sheet = join(dir, '交接单.pdf')
  expect(cli('handover', '--vault', vault, '--receipt', seq, sheet).status).toBe(0)
  expect(existsSync(sheet)).toBe(true)
  expect(cli('handover', '--vault', vault, '--receipt', '99', sheet).status).toBe(2)
  expect(cli('export', ...application, '--out', out, '--volume-size', '12').status).toBe(2)
})
