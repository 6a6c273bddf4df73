import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { VerifyReport } from '../../shared/model/bundle.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { cli, cliJson } from '../support/cli.ts'
import { file, tempFolder } from '../support/house.ts'

type View = {
  id: string
  revision: number
  blocking: number
  answers: Record<string, unknown>
  findings: (Finding & { message: string })[]
  slots: { id: string; materials: { sha256: string }[] }[]
}

function begun() {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  cli('init', '--vault', vault)
  const order = ['--programme', 'js-internet-plus-base', '--edition', '2022']
  const { json, status } = cliJson<View>('apply', '--vault', vault, ...order)
  expect(status).toBe(0)
  return { dir, vault, on: ['--vault', vault, '--application', json.id] }
}

test('apply, fill, link, check and export lead to a bundle that verifies', () => {
  const { dir, vault, on } = begun()
  const answers = {
    applicant: '示例产业园',
    'area-output': 812.5,
    stars: [{ name: '甲公司', level: 'four', time: '2022-03' }],
  }
  const columns = cliJson<{
    programmes: { form: { fields: { id: string; columns?: { id: string }[] }[] } }[]
  }>('programmes', '--id', 'js-internet-plus-base', '--full').json.programmes[0]?.form.fields.find(
    ({ id }) => id === 'stars',
  )?.columns
  const [name = '', level = '', time = ''] = (columns ?? []).map(({ id }) => id)
  const rows = [{ [name]: '甲公司', [level]: '', [time]: '2022-03' }]
  const filled = cliJson<View>(
    'fill',
    ...on,
    file(dir, 'answers.json', JSON.stringify({ answers: { ...answers, stars: rows } })),
  )
  expect(filled.status).toBe(0)
  expect(filled.json.answers).toMatchObject({ 'area-output': '812.5', stars: rows })

  const paper = file(dir, '星级上云名单.pdf', '%PDF-1.4 名单')
  cli('import', '--vault', vault, paper, '--kind', 'other')
  const { materials } = cliJson<{ materials: { sha256: string }[] }>('list', '--vault', vault).json
  const sha256 = materials[0]?.sha256 ?? ''
  const linked = cliJson<View>('link', ...on, '--slot', 'star-certificates', '--material', sha256)
  expect(linked.json.slots.find(({ id }) => id === 'star-certificates')?.materials).toMatchObject([
    { sha256 },
  ])

  const checked = cliJson<View>('check', ...on)
  expect(checked.status).toBe(1)
  expect(checked.json.blocking).toBeGreaterThan(0)
  for (const { message } of checked.json.findings) expect(message).not.toMatch(/\{\{|undefined/)

  const out = join(dir, '提交包.zip')
  const refused = cliJson('export', ...on, '--out', out)
  expect(refused).toMatchObject({ status: 1, json: { fault: { code: 'export.blocked' } } })
  expect(existsSync(out)).toBe(false)
  expect(cliJson('export', ...on, '--out', out, '--reason', '演练').status).toBe(0)
  const verified = cliJson<VerifyReport>('verify', out)
  expect(verified).toMatchObject({ status: 0, json: { ok: true, reasons: [] } })
  expect(cliJson('export', ...on, '--out', out, '--reason', '演练')).toMatchObject({
    status: 3,
    json: { fault: { code: 'target.exists' } },
  })
})

test('what the command line names wrongly is told by name, with exit 2', () => {
  const { dir, vault, on } = begun()
  const codeOf = (...args: string[]) => {
    const { status, json } = cliJson<{ fault: { code: string } }>(...args)
    return [status, json.fault.code]
  }
  const unknown = ['--programme', 'no-such', '--edition', '1']
  expect(codeOf('apply', '--vault', vault, ...unknown)).toEqual([2, 'programme.unknown'])
  expect(codeOf('check', '--vault', vault, '--application', 'x')).toEqual([
    2,
    'application.unknown',
  ])
  const sha = 'a'.repeat(64)
  expect(codeOf('link', ...on, '--slot', 'policy', '--material', sha)).toEqual([
    2,
    'material.unknown',
  ])
  expect(codeOf('link', ...on, '--slot', '没有', '--material', sha)).toEqual([
    2,
    'application.slot',
  ])
  const fill = (text: string) => codeOf('fill', ...on, file(dir, 'a.json', text))
  expect(fill('{"没有": "1"}')).toEqual([2, 'application.field'])
  expect(fill('{"applicant": ["a"]}')).toEqual([2, 'application.value'])
  expect(fill('[1')).toEqual([2, 'file.json'])
})

test('verify refuses what is no bundle, with reasons and exit 1', () => {
  const path = file(tempFolder(), 'x.zip', 'no bundle at all')
  const { status, json } = cliJson<VerifyReport>('verify', path)
  expect(status).toBe(1)
  expect(json.ok).toBe(false)
  expect(json.reasons.length).toBeGreaterThan(0)
})

test('every programme is listed with its tracks, conditions, materials, windows and sources', () => {
  const { json } = cliJson<{
    unusable: unknown[]
    programmes: {
      id: string
      conditions: { source: object }[]
      materials: { source: object }[]
      windows: { source: object }[]
    }[]
  }>('programmes')
  expect(json.unusable).toEqual([])
  for (const { conditions, materials, windows } of json.programmes) {
    for (const { source } of [...conditions, ...materials, ...windows]) {
      expect(source).toMatchObject({ line: expect.any(Number), clause: expect.any(String) })
    }
  }
  expect(json.programmes.map(({ id }) => id)).toContain('js-iiot-benchmark-factory')
})

test('pack check names line, path and reason of a fault, and is content with shipped packs', () => {
  const dir = tempFolder()
  const broken = file(dir, 'broken.json', '{\n  "format": 1,\n  "id": "Wrong Id"\n}\n')
  const { status, json } = cliJson<{ files: { ok: boolean; faults: object[] }[] }>(
    'pack',
    'check',
    broken,
  )
  expect(status).toBe(1)
  expect(json.files[0]?.faults).toContainEqual(
    expect.objectContaining({ line: 3, path: 'id', reason: expect.any(String) }),
  )
  const shipped = 'assets/programmes/js-iiot-benchmark-factory-2023.json'
  expect(cli('pack', 'check', shipped).status).toBe(0)
  expect(cli('pack', 'mend', shipped).status).toBe(2)
})
