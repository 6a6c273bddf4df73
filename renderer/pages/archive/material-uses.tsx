import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { MaterialUse } from '../../../shared/model/use.ts'
import { paths } from '../../app/paths.ts'

/** Every application that uses the paper, one click away. */
export function MaterialUses({ uses }: { readonly uses: readonly MaterialUse[] }) {
  const { t } = useTranslation()
  return (
    <Stack spacing={0.5}>
      <Typography variant="h3">{t('archive:uses')}</Typography>
      {uses.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('archive:uses.none')}
        </Typography>
      )}
      {uses.map((use) => (
        <Link
          key={`${use.application}:${use.slot}`}
          component={RouterLink}
          to={paths.application(use.application, 'materials')}
          variant="body2"
        >
          {t('archive:uses.line', { title: use.title, edition: use.edition, slot: use.slotTitle })}
        </Link>
      ))}
    </Stack>
  )
}
