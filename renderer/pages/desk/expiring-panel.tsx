import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { notice } from '../../../shared/model/catalogue.ts'
import type { Material } from '../../../shared/model/material.ts'
import { addDays, daysBetween } from '../../../shared/programme/calendar.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useToday } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { StateMark } from '../../parts/state-mark.tsx'

function ExpiringLine({
  material,
  today,
}: {
  readonly material: Material
  readonly today: string
}) {
  const { t } = useTranslation()
  const days = daysBetween(today, material.validTo ?? today)
  return (
    <ListItemButton
      component={Link}
      to={paths.material(material.sha256)}
      sx={{ borderRadius: 1, mx: -1, px: 1, display: 'block' }}
    >
      <Typography variant="body2" noWrap title={material.name}>
        {material.name}
      </Typography>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="caption" color="textSecondary">
          {t('desk:expiring.until', { day: material.validTo })}
        </Typography>
        {days < 0 ? (
          <StateMark tone="bad">{t('desk:expiring.expired', { days: -days })}</StateMark>
        ) : (
          <StateMark tone="doubt">{t('desk:expiring.left', { days })}</StateMark>
        )}
      </Stack>
    </ListItemButton>
  )
}

const shown = 12

/** Papers whose validity has ended or soon will. */
export function ExpiringPanel() {
  const { t } = useTranslation()
  const today = useToday()
  const ask = useAsk(
    'material.list',
    { expiresBy: addDays(today || '2000-01-01', notice), limit: shown },
    { enabled: today !== '' },
  )
  return (
    <Panel title={t('desk:expiring.title')} hint={t('desk:expiring.hint', { days: notice })}>
      <Asked ask={ask}>
        {({ materials, total }) =>
          materials.length === 0 ? (
            <EmptyState title={t('desk:expiring.none')} hint={t('desk:expiring.noneHint')} />
          ) : (
            <>
              <List component="div" dense disablePadding>
                {materials.map((material) => (
                  <ExpiringLine key={material.sha256} material={material} today={today} />
                ))}
              </List>
              {total !== null && total > shown && (
                <Typography variant="caption" color="textSecondary">
                  {t('desk:expiring.more', { count: total - shown })}
                </Typography>
              )}
            </>
          )
        }
      </Asked>
    </Panel>
  )
}
