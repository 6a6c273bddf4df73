/** Who applies for what, whether it verified, and how it stands with the bundle before it. */
import ArrowBackIcon from '@mui/icons-material/ArrowBackOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { ReviewReading } from '../../../shared/model/review.ts'
import { instant } from '../../app/format.ts'
import { paths } from '../../app/paths.ts'
import { StatusMark, VerifiedMark } from './marks.tsx'
import { ReportDialog } from './report-dialog.tsx'

type Props = { readonly reading: ReviewReading; readonly onForm: () => void }

export function ReadingHeader({ reading, onForm }: Props) {
  const { t } = useTranslation('review')
  const [told, setTold] = useState(false)
  const { row, before, form } = reading
  return (
    <Stack
      direction="row"
      spacing={2}
      sx={{
        px: 2,
        py: 1,
        alignItems: 'center',
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <IconButton component={RouterLink} to={paths.review} aria-label={t('back')}>
        <ArrowBackIcon />
      </IconButton>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography variant="h1" noWrap title={row.enterprise}>
          {row.enterprise}
        </Typography>
        <Typography variant="body2" color="textSecondary" noWrap>
          {[row.title, row.trackTitle, row.edition].filter(Boolean).join(' · ')}
          {' · '}
          {t('header.exported', { at: instant(row.exportedAt), revision: row.revision })}
          {before && (
            <>
              {' · '}
              <Link component={RouterLink} to={paths.submission(before.seq)}>
                {t('header.before', { bundle: before.bundleId })}
              </Link>
            </>
          )}
          {!before && row.previous !== null && ` · ${t('header.absent', { bundle: row.previous })}`}
        </Typography>
      </Box>
      <StatusMark status={row.status} />
      <Button color="inherit" onClick={() => setTold(true)}>
        <VerifiedMark {...row} />
      </Button>
      {form !== null && (
        <Button variant="outlined" onClick={onForm}>
          {t('header.form')}
        </Button>
      )}
      {told && <ReportDialog row={row} onClose={() => setTold(false)} />}
    </Stack>
  )
}
