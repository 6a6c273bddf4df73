/** The 验证单 as plain text. It says "passed" for nothing less than all of it. Pure. */
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import en from '../../../shared/text/en/verify.json' with { type: 'json' }
import { type Sentences, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/verify.json' with { type: 'json' }
import type { Language } from './words.ts'

const sentences: Readonly<Record<Language, Sentences>> = { 'zh-CN': zh, en }

function aboutLines(text: Sentences, { about }: VerifyReport): string[] {
  if (!about) return []
  const { title, edition, enterprise, exportedAt } = about
  return [
    `${say(text, 'programme')}: ${title} (${edition})`,
    `${say(text, 'enterprise')}: ${enterprise}`,
    `${say(text, 'exportedAt')}: ${exportedAt}`,
  ]
}

function signerLines(text: Sentences, { signer }: VerifyReport): string[] {
  if (!signer) return []
  const range = say(text, 'validity.range', { from: signer.validFrom, to: signer.validTo })
  return [
    `${say(text, 'signer')}: ${signer.name}`,
    `${say(text, 'creditCode')}: ${signer.creditCode}`,
    `${say(text, 'fingerprint')}: ${signer.fingerprint}`,
    `${say(text, 'signedAt')}: ${signer.signedAt}${say(text, 'signedAt.note')}`,
    `${say(text, 'validity')}: ${range}`,
  ]
}

function reasonLines(text: Sentences, { reasons }: VerifyReport): string[] {
  const lines = reasons.map(({ code, place, detail }) => {
    const where = place === '' ? '' : ` [${place}]`
    return `- ${say(text, code)}${where} (${detail === '' ? code : `${code}: ${detail}`})`
  })
  return lines.length === 0 ? [] : [`${say(text, 'reasons')}:`, ...lines]
}

/** A report in words, line by line. */
export function verifyText(report: VerifyReport, language: Language = 'zh-CN'): string {
  const text = sentences[language]
  const verdict = report.ok ? say(text, 'ok') : say(text, 'notOk', { count: report.reasons.length })
  return [
    say(text, 'title'),
    verdict,
    ...reasonLines(text, report),
    `${say(text, 'file')}: ${report.path}`,
    `${say(text, 'size')}: ${report.size}`,
    `${say(text, 'sha256')}: ${report.sha256}`,
    `${say(text, 'root')}: ${report.root}`,
    `${say(text, 'files')}: ${report.files}`,
    `${say(text, 'tagManifest')}: ${report.tagManifestSha256}`,
    ...aboutLines(text, report),
    ...signerLines(text, report),
    ...(report.ok ? [say(text, 'meaning')] : []),
    '',
  ].join('\n')
}
