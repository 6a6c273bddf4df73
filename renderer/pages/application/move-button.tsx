/** Says that the programme has another version of its pack, and leads to what a move would change. */
import SwapIcon from '@mui/icons-material/SwapHorizOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { useApplication } from './application-context.ts'
import { MoveDialog } from './move-dialog.tsx'

export function MoveButton() {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const plans = useAsk('application.moves', { id: view.id }).data ?? []
  const readOnly = useReadOnly()
  const [open, setOpen] = useState(false)
  if (plans.length === 0 || readOnly) return null
  return (
    <>
      <Button size="small" startIcon={<SwapIcon />} onClick={() => setOpen(true)} sx={{ py: 0 }}>
        {t('move.open', { count: plans.length })}
      </Button>
      {open && <MoveDialog plans={plans} onClose={() => setOpen(false)} />}
    </>
  )
}
