/** The official manual walked from its conditions to the reserve and into the next year. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { VerifyReport } from '../../shared/model/bundle.ts'
import { cli, cliJson } from '../support/cli.ts'
import { root } from '../support/house.ts'
import { inspectPdf } from '../support/poppler.ts'

/** Every stage leaves a picture, to be looked at. */
const stages = [
  'conditions-of-the-programme',
  'conditions',
  'resumed',
  'required',
  'completed',
  'preview-申报书',
  'stamped-申报书',
  'exported-首次',
  'return-entered',
  'revised',
  'changed-since-stamped',
  'preview-申报书（修改后）',
  'stamped-申报书（修改后）',
  'exported-修改后',
  'reserve',
  'take-up',
  'taken-up',
  'compared',
]

test('conditions, form, stamp, return, revision, reserve and the next year, all through the page', () => {
  const folder = join(root, 'out', 'test', 'manual-walk')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const walk = join(root, 'test/e2e/manual-walk.ts')
  const said = execFileSync(process.execPath, [walk, folder], { encoding: 'utf8' })
  const { required } = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as { required: number }
  // Every required field was named and was one click away.
  expect(required).toBeGreaterThan(20)
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
  expect(pictures.map((name) => name.slice(3, -4))).toEqual(stages)

  // What was printed is what stood in the form, before the return and after it.
  for (const [name, share] of [
    ['申报书', '92%'],
    ['申报书（修改后）', '95%'],
  ] as const) {
    expect(inspectPdf(readFileSync(join(folder, `${name}.pdf`))).text).toContain(share)
  }
  // Both bundles verify, and the second tells which one it takes the place of.
  const told = ['首次', '修改后'].map((name) => {
    const bundle = join(folder, `${name}.zip`)
    const { status, json } = cliJson<VerifyReport>('verify', bundle)
    expect([status, json.reasons]).toEqual([0, []])
    const text = execFileSync('unzip', ['-p', bundle, '*/application.json'], { encoding: 'utf8' })
    return JSON.parse(text) as {
      bundle: { id: string }
      application: { snapshot: string }
      previous: { bundleId: string } | null
      findings: { code: string }[]
    }
  })
  const [first, second] = told
  expect(first?.previous).toBeNull()
  expect(second?.previous?.bundleId).toBe(first?.bundle.id)
  expect(second?.application.snapshot).not.toBe(first?.application.snapshot)
  expect(second?.findings.filter(({ code }) => code === 'return.open')).toEqual([])
  expect(cli('fsck', '--vault', join(folder, 'vault')).status).toBe(0)
})
