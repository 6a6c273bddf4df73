import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ApplicationRow } from '../../../shared/model/application.ts'
import { paths } from '../../app/paths.ts'
import { CompletenessRing } from '../../parts/completeness-ring.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { TakeUpDialog } from './take-up-dialog.tsx'

type Props = {
  readonly row: ApplicationRow
  /** Other applications of the programme, which it can be compared with. */
  readonly others: readonly ApplicationRow[]
}

export function ReserveRow({ row, others }: Props) {
  const { t } = useTranslation('reserve')
  const [dialog, setDialog] = useState<'takeUp' | 'compare' | null>(null)
  return (
    <Stack component="li" direction="row" spacing={2} sx={{ alignItems: 'center', py: 0.5 }}>
      <CompletenessRing value={row.completeness} />
      <Stack sx={{ flex: 1, minWidth: 0 }}>
        <MuiLink component={Link} to={paths.application(row.id)} variant="h3">
          {row.title}
        </MuiLink>
        <Typography variant="body2" color="textSecondary">
          {[
            t('application:header.edition', { edition: row.edition }),
            t(`terms:state.${row.state}`),
            row.reachedOn ?? '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Stack>
      <Button size="small" onClick={() => setDialog('compare')}>
        {t('compare')}
      </Button>
      <Button size="small" variant="contained" onClick={() => setDialog('takeUp')}>
        {t('takeUp')}
      </Button>
      {dialog === 'takeUp' && <TakeUpDialog row={row} onClose={() => setDialog(null)} />}
      {dialog === 'compare' && (
        <CompareDialog row={row} others={others} onClose={() => setDialog(null)} />
      )}
    </Stack>
  )
}
