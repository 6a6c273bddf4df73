import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { type ListedMaterial, notice } from '../../../shared/model/catalogue.ts'
import { addDays, daysBetween } from '../../../shared/programme/calendar.ts'
import { isInProgress } from '../../../shared/programme/course.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useToday } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { StateMark } from '../../parts/state-mark.tsx'

/** The applications in progress that break without it, or why it does not press. */
function Breaks({ material }: { readonly material: ListedMaterial }) {
  const { t } = useTranslation()
  const broken = material.used.filter(({ state }) => isInProgress(state))
  if (broken.length === 0) {
    return (
      <Typography variant="caption" color="textSecondary">
        {t(material.superseded ? 'desk:expiring.superseded' : 'desk:expiring.unused')}
      </Typography>
    )
  }
  return (
    <Typography variant="caption" component="div">
      {t('desk:expiring.breaks')}
      {broken.map(({ application, title, edition }) => (
        <Link
          key={application}
          component={RouterLink}
          to={paths.application(application)}
          sx={{ display: 'block' }}
        >
          {t('desk:expiring.application', { title, edition })}
        </Link>
      ))}
    </Typography>
  )
}

type LineProps = { readonly material: ListedMaterial; readonly today: string }

function ExpiringLine({ material, today }: LineProps) {
  const { t } = useTranslation()
  const days = daysBetween(today, material.validTo ?? today)
  const presses = material.used.some(({ state }) => isInProgress(state))
  return (
    <li>
      <Link
        component={RouterLink}
        to={paths.material(material.sha256)}
        variant="body2"
        noWrap
        title={material.name}
        sx={{ display: 'block' }}
      >
        {material.name}
      </Link>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="caption" color="textSecondary">
          {t('desk:expiring.until', { day: material.validTo })}
        </Typography>
        {days < 0 ? (
          <StateMark tone={presses ? 'bad' : 'info'}>
            {t('desk:expiring.expired', { days: -days })}
          </StateMark>
        ) : (
          <StateMark tone={presses ? 'doubt' : 'info'}>
            {t('desk:expiring.left', { days })}
          </StateMark>
        )}
      </Stack>
      <Breaks material={material} />
    </li>
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
              <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
                {materials.map((material) => (
                  <ExpiringLine key={material.sha256} material={material} today={today} />
                ))}
              </Stack>
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
