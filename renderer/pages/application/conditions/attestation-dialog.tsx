/** The judgement itself: outcome, name, and the reason in the person's own words. */
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attestation } from '../../../../shared/model/verdict.ts'
import type { Condition } from '../../../../shared/programme/pack.ts'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { type Signature, SignedDialog } from './signed-dialog.tsx'

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
  // Nothing is chosen for the person who signs.
  const [outcome, setOutcome] = useState(said?.outcome ?? null)
  const { rule } = condition
  const sign = (signature: Signature) => {
    if (!outcome) return
    const judgement = { id: view.id, condition: condition.id, outcome }
    act.mutate({ ...judgement, ...signature }, { onSuccess: onClose })
  }
  return (
    <SignedDialog
      topic="attest"
      about={condition.text}
      given={said}
      act={act}
      onSign={sign}
      onClose={onClose}
    >
      {rule.kind === 'attest' && (
        <Typography variant="body2" color="textSecondary">
          {rule.question}
        </Typography>
      )}
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
            control={<Radio slotProps={{ input: { required: true } }} />}
            label={t(`terms:outcome.${one}`)}
          />
        ))}
      </RadioGroup>
    </SignedDialog>
  )
}
