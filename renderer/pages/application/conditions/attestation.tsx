/** Where only a person can tell: who judged, what, when and why; and the way to do so. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../../../shared/model/verdict.ts'
import type { Condition } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useTellTaken } from '../../../app/second-thought.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { AttestationDialog } from './attestation-dialog.tsx'

type Props = { readonly condition: Condition; readonly verdict: Verdict }

export function Attestation({ condition, verdict }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.attest', { key: view.id })
  const [open, setOpen] = useState(false)
  const said = view.attestations[condition.id]
  const asked = verdict.missing.some(({ what }) => what === 'attestation' || what === 'text')
  const tell = useTellTaken()
  if (!said && !asked) return null
  const judgement = { id: view.id, condition: condition.id }
  const takeBack = () => {
    if (!said) return
    const gone = act.mutateAsync({ ...judgement, outcome: null })
    tell(gone, t('attest.taken'), () => act.mutateAsync({ id: view.id, ...said }))
  }
  return (
    <Stack spacing={1} sx={{ mt: 1, alignItems: 'flex-start' }}>
      <Stack direction="row" spacing={1}>
        <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
          {t(said ? 'attest.change' : 'attest.open')}
        </Button>
        {said && (
          <Button size="small" onClick={takeBack}>
            {t('attest.takeBack')}
          </Button>
        )}
      </Stack>
      <FaultAlert error={act.error} onClose={act.reset} />
      {open && (
        <AttestationDialog condition={condition} said={said} onClose={() => setOpen(false)} />
      )}
    </Stack>
  )
}
