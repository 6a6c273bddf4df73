/** Whose desk this is and where it lies; who reviews can be changed here. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewState } from '../../../shared/model/review.ts'
import { useAct } from '../../app/use-act.ts'
import { LedgerButton } from './ledger-button.tsx'
import { ReviewerDialog } from './reviewer-dialog.tsx'

type Props = { readonly desk: NonNullable<ReviewState['open']> }

export function DeskLine({ desk }: Props) {
  const { t } = useTranslation('review')
  const [asking, setAsking] = useState(false)
  const close = useAct('review.close')
  const { reviewer, identity, folder } = desk
  const change = (
    <Button size="small" color="inherit" onClick={() => setAsking(true)}>
      {t(reviewer ? 'reviewer.change' : 'reviewer.set')}
    </Button>
  )
  return (
    <>
      {reviewer ? (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <Typography variant="body2" color="textSecondary" noWrap sx={{ flexGrow: 1 }}>
            {t('reviewer.line', {
              office: reviewer.office,
              name: reviewer.name,
              level: t(`opinion:level.${reviewer.level}`),
            })}
            {' · '}
            {identity
              ? t('reviewer.signs', { fingerprint: identity.fingerprint.slice(0, 16) })
              : t('reviewer.signsLater')}
            {' · '}
            {folder}
          </Typography>
          {change}
          <LedgerButton />
          <Button size="small" color="inherit" onClick={() => close.mutate({})}>
            {t('desk.close')}
          </Button>
        </Stack>
      ) : (
        <Alert severity="info" action={change}>
          {t('reviewer.missing')}
        </Alert>
      )}
      {asking && <ReviewerDialog reviewer={reviewer} onClose={() => setAsking(false)} />}
    </>
  )
}
