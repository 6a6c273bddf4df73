import { expect, test } from 'vitest'
import { verifyText } from '../../electron/engine/bundle/report.ts'
import { verifyBundle } from '../../electron/engine/bundle/verify.ts'
import { type VerifyReport, verifyReasons } from '../../shared/model/bundle.ts'
import en from '../../shared/text/en/verify.json' with { type: 'json' }
import zh from '../../shared/text/zh-CN/verify.json' with { type: 'json' }
import { quietJob } from '../support/quiet-job.ts'
import { enterpriseName, writeExample } from './example.ts'

test('every reason has its sentence in both languages', () => {
  const lacking = verifyReasons.filter((code) => !(code in zh) || !(code in en))
  expect(lacking).toEqual([])
  expect(Object.keys(zh)).toEqual(Object.keys(en))
})

test('the report of a good bundle says who, what and when, and how far a signature goes', async () => {
  const { path } = await writeExample()
  const report = await verifyBundle(path, quietJob)
  const text = verifyText(report)
  for (const part of [
    '通过',
    enterpriseName,
    '91320506MA1EXAMP17',
    report.sha256,
    report.signer?.fingerprint,
  ]) {
    expect(text).toContain(part)
  }
  expect(text).toContain('纸质交接单')
  expect(verifyText(report, 'en')).toContain('Passed')
})

test('the report of a bad bundle names each problem and its place, and never says passed', async () => {
  const { path } = await writeExample()
  const good = await verifyBundle(path, quietJob)
  const bad: VerifyReport = {
    ...good,
    ok: false,
    signer: null,
    about: null,
    reasons: verifyReasons.map((code) => ({ code, place: 'index.html', detail: '' })),
  }
  for (const language of ['zh-CN', 'en'] as const) {
    const text = verifyText(bad, language)
    expect(text).not.toMatch(/^(通过|Passed)/m)
    for (const code of verifyReasons) expect(text).toContain(`[index.html] (${code})`)
    expect(text).not.toContain('{{')
  }
})
