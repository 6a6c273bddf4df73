import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../shared/model/material.ts'
import { daysBetween } from '../../shared/programme/calendar.ts'
import { useToday } from '../app/use-vault.ts'
import { StateIcon, StateMark, type Tone } from './state-mark.tsx'
import { validityOf } from './validity.ts'

type Props = {
  readonly material: Material & { readonly superseded?: boolean }
  /** The day on which validity is judged; today when absent. */
  readonly on?: string | undefined
  /** One line: the most serious in words, the others as signs that say theirs when pointed at. */
  readonly brief?: boolean
}

type Mark = { readonly tone: Tone; readonly text: string }

/** What has to be said about a material, most serious first. */
function useMarks({ material, on }: Props): readonly Mark[] {
  const { t } = useTranslation()
  const today = useToday()
  const day = on ?? today
  const validity = validityOf(material, day)
  const days = material.validTo && day ? daysBetween(day, material.validTo) : 0
  const mark = (holds: boolean | undefined, tone: Tone, key: string): readonly Mark[] =>
    holds ? [{ tone, text: t(`archive:mark.${key}`, { count: days }) }] : []
  return [
    ...mark(material.damaged, 'bad', 'damaged'),
    ...mark(validity === 'expired', 'bad', 'expired'),
    ...mark(validity === 'soon', 'doubt', 'soon'),
    ...mark(validity === 'future', 'doubt', 'future'),
    ...mark(material.superseded, 'none', 'superseded'),
    ...mark(!material.confirmed, 'unknown', 'check'),
    ...mark(validity === 'valid', 'good', 'valid'),
  ]
}

export function MaterialMarks(props: Props) {
  const marks = useMarks(props)
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{ flexWrap: props.brief ? 'nowrap' : 'wrap', columnGap: props.brief ? 1 : 1.5 }}
    >
      {marks.map(({ tone, text }, at) =>
        props.brief && at > 0 ? (
          <StateIcon key={text} tone={tone} text={text} />
        ) : (
          <StateMark key={text} tone={tone}>
            {text}
          </StateMark>
        ),
      )}
    </Stack>
  )
}
