/** The judgement itself: outcome, name, and the reason in the person's own words. */
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attestation } from '../../../../shared/model/verdict.ts'
import type { Condition } from '../../../../shared/programme/pack.ts'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { SignedDialog } from './signed-dialog.tsx'

const outcomes = ['met', 'unmet', 'notApplicable'] as const

type Props = {
  readonly condition: Condition
  readonly said: Attestation | undefined
  readonly onClose: () => void
}

export function AttestationDialog({ condition, said, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.attest', { key: view.id })
  const [outcome, setOutcome] = useState(said?.outcome ?? 'met')
  const judgement = { id: view.id, condition: condition.id, outcome }
  return (
    <SignedDialog
      topic="attest"
      about={condition.text}
      given={said}
      act={act}
      onSign={(signature) => act.mutate({ ...judgement, ...signature }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <RadioGroup
        row
        aria-label={t('attest.outcome')}
        value={outcome}
        onChange={(_, value) => setOutcome(value as Attestation['outcome'])}
      >
        {outcomes.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio />}
            label={t(`terms:outcome.${one}`)}
          />
        ))}
      </RadioGroup>
    </SignedDialog>
  )
}
