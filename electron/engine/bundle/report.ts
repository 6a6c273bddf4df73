/** The 验证单 as plain text. It says "passed" for nothing less than all of it. Pure. */
import type { Trust, Verification, VerifyReport } from '../../../shared/model/bundle.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import en from '../../../shared/text/en/verify.json' with { type: 'json' }
import { type Sentences, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/verify.json' with { type: 'json' }
import { groupedFingerprint } from './fingerprint-text.ts'
import type { Language } from './words.ts'

const sentences: Readonly<Record<Language, Sentences>> = { 'zh-CN': zh, en }

/**
 * Signs that could begin a line, turn it round or stand there unseen, written out: what a stranger
 * wrote into names and titles must never look like a line of the report itself.
 */
export const visible = (text: string): string =>
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
    ...(signer.sm2 ? [line(say(text, 'sm2'), signer.sm2)] : []),
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

/** What this computer knows of the signer, in words; a changed one with both fingerprints. */
export function trustLines(
  trust: Trust | null,
  fingerprint: string,
  language: Language,
): readonly string[] {
  const text = sentences[language]
  if (!trust) return []
  const { state, known, others } = trust
  const day = (at: string | undefined) => (at ? todayInChina(new Date(at)) : '')
  const [other] = others
  const sentence = say(
    text,
    state === 'known' && known?.confirmed ? 'trust.confirmed' : `trust.${state}`,
    {
      day: day(known?.firstSeen),
      before: groupedFingerprint(other?.fingerprint.slice(0, 16) ?? ''),
      after: groupedFingerprint(other?.fingerprint.slice(0, 16) ?? ''),
    },
  )
  if (state !== 'changed') return [sentence]
  return [
    sentence,
    line(say(text, 'trust.now'), groupedFingerprint(fingerprint)),
    ...others.map(({ fingerprint: before, name, firstSeen }) =>
      line(
        say(text, 'trust.before'),
        say(text, 'trust.beforeOf', {
          fingerprint: groupedFingerprint(before),
          name,
          day: day(firstSeen),
        }),
      ),
    ),
  ]
}

function volumeLines(text: Sentences, volumes: Verification['volumes']): string[] {
  return volumes.map(({ number, root, state }) =>
    line(
      say(text, 'volume.of', { number, count: volumes.length }),
      `${root} ${say(text, `volume.state.${state}`)}`,
    ),
  )
}

/** A verdict in words: the report, the other volumes, and what is known of the signer. */
export function verificationText(found: Verification, language: Language = 'zh-CN'): string {
  const text = sentences[language]
  return [
    verifyText(found, language).trimEnd(),
    ...volumeLines(text, found.volumes),
    ...trustLines(found.trust, found.signer?.fingerprint ?? '', language).map(visible),
    '',
  ].join('\n')
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
