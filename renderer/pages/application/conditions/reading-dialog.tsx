/** The readings side by side, to choose one of, with name and grounds. */
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenReading } from '../../../../shared/model/verdict.ts'
import type { Condition } from '../../../../shared/programme/pack.ts'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { SignedDialog } from './signed-dialog.tsx'

type Props = {
  readonly condition: Condition
  readonly chosen: ChosenReading | undefined
  readonly onClose: () => void
}

export function ReadingDialog({ condition, chosen, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.read', { key: view.id })
  const { readings = [] } = condition
  const [reading, setReading] = useState(chosen?.reading ?? readings[0]?.id ?? '')
  const choice = { id: view.id, condition: condition.id, reading }
  return (
    <SignedDialog
      topic="reading"
      about={condition.text}
      given={chosen}
      act={act}
      onSign={(signature) => act.mutate({ ...choice, ...signature }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={t('reading.title')}
        value={reading}
        onChange={(_, value) => setReading(value)}
      >
        {readings.map(({ id, text }, index) => (
          <FormControlLabel
            key={id}
            value={id}
            control={<Radio />}
            label={index === 0 ? t('reading.first', { text }) : text}
          />
        ))}
      </RadioGroup>
    </SignedDialog>
  )
}
