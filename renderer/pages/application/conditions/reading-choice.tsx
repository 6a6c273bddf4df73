/** Choosing how an ambiguous condition is read; the verdict above says which reading counts. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useTellTaken } from '../../../app/second-thought.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { ReadingDialog } from './reading-dialog.tsx'

export function ReadingChoice({ condition }: { readonly condition: Condition }) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const act = useAct('application.read', { key: view.id })
  const [open, setOpen] = useState(false)
  const tell = useTellTaken()
  const { readings = [] } = condition
  if (readings.length === 0) return null
  const chosen = view.readings[condition.id]
  const choice = { id: view.id, condition: condition.id }
  const takeBack = () => {
    if (!chosen) return
    const gone = act.mutateAsync({ ...choice, reading: '' })
    tell(gone, t('reading.taken'), () => act.mutateAsync({ id: view.id, ...chosen }))
  }
  return (
    <Stack spacing={0.5} sx={{ mt: 1, alignItems: 'flex-start' }}>
      <Stack direction="row" spacing={1}>
        <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
          {t('reading.choose', { count: readings.length })}
        </Button>
        {chosen && (
          <Button size="small" onClick={takeBack}>
            {t('reading.takeBack')}
          </Button>
        )}
      </Stack>
      <FaultAlert error={act.error} onClose={act.reset} />
      {open && (
        <ReadingDialog condition={condition} chosen={chosen} onClose={() => setOpen(false)} />
      )}
    </Stack>
  )
}
