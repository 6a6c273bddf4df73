/** The 验证单 as plain text. It says "passed" for nothing less than all of it. Pure. */
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import en from '../../../shared/text/en/verify.json' with { type: 'json' }
import { type Sentences, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/verify.json' with { type: 'json' }
import type { Language } from './words.ts'

const sentences: Readonly<Record<Language, Sentences>> = { 'zh-CN': zh, en }

/**
 * Signs that could begin a line, turn it round or stand there unseen, written out: what a stranger
 * wrote into names and titles must never look like a line of the report itself.
 */
const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  )

const line = (label: string, value: string | number): string => `${label}: ${visible(`${value}`)}`

function aboutLines(text: Sentences, { about }: VerifyReport): string[] {
  if (!about) return []
  const { title, edition, enterprise, exportedAt } = about
  return [
    line(say(text, 'programme'), `${title} (${edition})`),
    line(say(text, 'enterprise'), enterprise),
    line(say(text, 'exportedAt'), exportedAt),
  ]
}

function signerLines(text: Sentences, { signer }: VerifyReport): string[] {
  if (!signer) return []
  const range = say(text, 'validity.range', { from: signer.validFrom, to: signer.validTo })
  return [
    line(say(text, 'signer'), signer.name),
    line(say(text, 'creditCode'), signer.creditCode),
    line(say(text, 'fingerprint'), signer.fingerprint),
    line(say(text, 'signedAt'), `${signer.signedAt}${say(text, 'signedAt.note')}`),
    line(say(text, 'validity'), range),
  ]
}

function reasonLines(text: Sentences, { reasons }: VerifyReport): string[] {
  const lines = reasons.map(({ code, place, detail }) => {
    const where = place === '' ? '' : ` [${place}]`
    const what = detail === '' ? code : `${code}: ${detail}`
    return visible(`- ${say(text, code)}${where} (${what})`)
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
    line(say(text, 'file'), report.path),
    line(say(text, 'size'), report.size),
    line(say(text, 'sha256'), report.sha256),
    line(say(text, 'root'), report.root),
    line(say(text, 'files'), report.files),
    line(say(text, 'tagManifest'), report.tagManifestSha256),
    ...aboutLines(text, report),
    ...signerLines(text, report),
    ...(report.ok ? [say(text, 'meaning')] : []),
    '',
  ].join('\n')
}
