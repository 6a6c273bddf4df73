import { useTranslation } from 'react-i18next'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { sentenceOf } from '../../shared/text/say.ts'
import { StateMark, type Tone } from './state-mark.tsx'

export const severityTone = {
  blocking: 'bad',
  warning: 'doubt',
  hint: 'info',
} as const satisfies Record<Severity, Tone>

/** One result of the check as a sentence, its weight as icon and (for a reader) as a word. */
export function FindingLine({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  return (
    <StateMark tone={severityTone[finding.severity]}>
      <span hidden>{t(`terms:severity.${finding.severity}`)}</span>
      {t(`finding:${sentenceOf(finding)}`, finding.data)}
    </StateMark>
  )
}
