/** What of the application that this one was begun from does not hold any more. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { LeftBehind } from '../../../../shared/model/reserve.ts'
import { paths } from '../../../app/paths.ts'
import { grouped } from '../../../parts/grouped.ts'
import { useApplication } from '../application-context.ts'

export function Renewals() {
  const { t } = useTranslation('reserve')
  const { view } = useApplication()
  const { origin } = view
  if (!origin) return null
  return (
    <Box component="section" aria-label={t('renew')} sx={{ mt: 2 }}>
      <Typography variant="h3">{t('renew.count', { count: origin.left.length })}</Typography>
      <Link component={RouterLink} to={paths.application(origin.source)} variant="body2">
        {t('renew.from', { title: origin.title, edition: origin.edition, day: origin.day })}
      </Link>
      {origin.shifted && (
        <Typography variant="body2" color="warning.main">
          {t('renew.shifted')}
        </Typography>
      )}
      {grouped(origin.left, ({ reason }) => reason).map(([reason, items]) => (
        <Box key={reason} sx={{ mt: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {t(`left.${reason}`)}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {items.map((item) => (
              <Renewal key={`${item.step} ${item.ref} ${item.label} ${item.was}`} item={item} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function Renewal({ item }: { readonly item: LeftBehind }) {
  const { t } = useTranslation('reserve')
  const { goToPlace } = useApplication()
  const { step, ref, label, was } = item
  return (
    <Typography component="li" variant="body2">
      <Link
        component="button"
        variant="body2"
        onClick={() => goToPlace({ step, ref })}
        sx={{ textAlign: 'left' }}
      >
        {label}
      </Link>
      {was && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('renew.was', { was: was.length > 80 ? `${was.slice(0, 80)}…` : was })}
        </Typography>
      )}
    </Typography>
  )
}
