import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../shared/programme/calendar.ts'
import type { Role } from '../../shared/programme/pack.ts'
import { listed, longDate, monthName } from '../app/format.ts'
import { type Language, useLanguage } from '../app/i18n.ts'
import { StateMark, type Tone } from './state-mark.tsx'

/** The least that is known of a window, in a pack or in a list. */
export type Span = {
  readonly role: Role
  readonly opens?: string | undefined
  readonly closes?: string | undefined
  readonly months?: readonly number[] | undefined
}

type Props = {
  readonly window: Span
  readonly today: string
  /** Leaves out whose window it is, where that is said elsewhere. */
  readonly bare?: boolean
}

/** One window: 企业申报：还有 12 天（2023年2月28日止）. */
export function WindowState({ window, today, bare = false }: Props) {
  const { t } = useTranslation('programmes')
  const language = useLanguage()
  const role = t(`terms:role.${window.role}`)
  const [tone, state] = stateOf(t, window, today, language)
  return <StateMark tone={tone}>{bare ? state : t('window.of', { role, state })}</StateMark>
}

/** The days at which a deadline starts to press. */
const soon = 14

function stateOf(
  t: TFunction<'programmes'>,
  { opens, closes, months }: Span,
  today: string,
  language: Language,
): readonly [Tone, string] {
  const written = (day: string) => longDate(day, language)
  if (opens && today && today < opens) return ['info', t('window.notYet', { day: written(opens) })]
  if (closes) {
    const day = written(closes)
    const left = today ? daysBetween(today, closes) : 0
    if (left < 0) return ['none', t('window.closed', { day })]
    if (left === 0 && today) return ['doubt', t('window.today', { day })]
    return [left <= soon ? 'doubt' : 'info', t('window.left', { day, left })]
  }
  if (months) {
    const named = months.map((month) => monthName(`2000-${`${month}`.padStart(2, '0')}`, language))
    return ['unknown', t('window.months', { months: listed(named, language) })]
  }
  return ['unknown', t('window.local')]
}
