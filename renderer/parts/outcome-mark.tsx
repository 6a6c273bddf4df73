import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../shared/model/verdict.ts'
import { StateMark, type Tone } from './state-mark.tsx'

const tones = {
  met: 'good',
  unmet: 'bad',
  unknown: 'unknown',
  judgement: 'doubt',
  notApplicable: 'none',
} as const satisfies Record<Outcome, Tone>

type Props = {
  readonly outcome: Outcome
  /** `outcome` says 满足/不满足 of one condition, `match` says 符合/不符合 of a programme. */
  readonly of?: 'outcome' | 'match'
  readonly strong?: boolean
}

/** A verdict as icon and word. */
export function OutcomeMark({ outcome, of = 'outcome', strong = false }: Props) {
  const { t } = useTranslation()
  return (
    <StateMark tone={tones[outcome]} strong={strong}>
      {t(`terms:${of}.${outcome}`)}
    </StateMark>
  )
}
