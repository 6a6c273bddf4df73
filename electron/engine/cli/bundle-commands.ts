/** verify: what a bundle is worth, and from whom it comes. Needs no vault. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Verification } from '../../../shared/model/bundle.ts'
import { confirmSigner } from '../bundle/known-signers.ts'
import { verificationText } from '../bundle/report.ts'
import { verifyPicked } from '../bundle/verify-picked.ts'
import { writeVerifySheet } from '../bundle/verify-sheet.ts'
import { configFolder } from '../config.ts'
import { type Command, type Tools, text, UsageError, type Values } from './command.ts'
import { cliText } from './sentences.ts'

/** A folder stands for the bundles in it. */
function filesIn(path: string): string[] {
  const whole = resolve(path)
  if (!existsSync(whole) || !statSync(whole).isDirectory()) return [whole]
  return readdirSync(whole)
    .filter((name) => /\.zip$/i.test(name))
    .toSorted()
    .map((name) => join(whole, name))
}

/** The fingerprint on the stamped sheet, however it is spaced; null where none was given. */
function comparedWith(values: Values): string | null {
  if (values.fingerprint === undefined) return null
  const plain = text(values, 'fingerprint').replace(/[\s:]/g, '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(plain)) return plain
  throw new UsageError(cliText('option.value', { option: '--fingerprint' }))
}

/** Holds the signer against the paper: equal, the signer is confirmed; otherwise it is a changed one. */
function compared(found: Verification, paper: string | null, { around }: Tools): Verification {
  const { signer } = found
  if (paper === null || !signer) return found
  const others = found.reasons.filter(({ code }) => code !== 'signer.changed')
  if (signer.fingerprint === paper) {
    if (others.length > 0) return found
    const trust = confirmSigner(configFolder(), signer, around.clock())
    return { ...found, ok: true, reasons: [], trust }
  }
  const changed = { code: 'signer.changed', place: '', detail: signer.fingerprint } as const
  return { ...found, ok: false, reasons: [...others, changed] }
}

/** Bundles one by one; a volume that belongs to an earlier one's set is not gone through twice. */
async function verifyEach(files: readonly string[], values: Values, tools: Tools) {
  const paper = comparedWith(values)
  const results: Verification[] = []
  for (const file of files) {
    if (results.some(({ volumes }) => volumes.some(({ path }) => path === file))) continue
    const now = tools.around.clock()
    const found = await verifyPicked(file, files, configFolder(), now, tools.job)
    results.push(compared(found, paper, tools))
  }
  return results
}

export const verify: Command = {
  usage: 'verify BUNDLE… [--fingerprint HEX] [--sheet FILE.pdf]',
  options: { fingerprint: { type: 'string' }, sheet: { type: 'string' } },
  needs: [],
  positionals: [1, 999],
  run: async (values, given, tools) => {
    const results = await verifyEach(given.flatMap(filesIn), values, tools)
    const [first, ...more] = results
    if (!first) throw new UsageError(cliText('verify.none'))
    if (values.sheet !== undefined) {
      if (more.length > 0) throw new UsageError(cliText('verify.oneSheet'))
      const { assets, clock } = tools.around
      const around = { assets, now: clock() }
      await writeVerifySheet(first, resolve(text(values, 'sheet')), around, tools.job)
    }
    return {
      exit: results.every(({ ok }) => ok) ? 0 : 1,
      json: more.length === 0 ? first : { bundles: results },
      lines: results.map((found) => verificationText(found).trimEnd()),
    }
  },
}
