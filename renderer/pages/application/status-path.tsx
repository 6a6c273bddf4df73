/** 草稿 → 已导出 → 审核 → 结果: the stations that this programme has, with the days they were reached. */
import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import CircleOutlinedIcon from '@mui/icons-material/CircleOutlined'
import RadioButtonCheckedIcon from '@mui/icons-material/RadioButtonChecked'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { type Station, stationsOf } from '../../../shared/programme/stations.ts'

const icons = {
  passed: CheckCircleIcon,
  here: RadioButtonCheckedIcon,
  ahead: CircleOutlinedIcon,
} as const

/** What happens after the export happens elsewhere: those stations stay open until noted. */
export function StatusPath({ view }: { readonly view: ApplicationView }) {
  const { t } = useTranslation('application')
  return (
    <Box
      component="ol"
      aria-label={t('status.path')}
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, m: 0, p: 0, listStyle: 'none' }}
    >
      {stationsOf(view.pack, view.events).map((station, at) => (
        <StationMark key={station.name} station={station} first={at === 0} />
      ))}
    </Box>
  )
}

function StationMark({ station, first }: { readonly station: Station; readonly first: boolean }) {
  const { t } = useTranslation('application')
  const { name, at, day } = station
  const Icon = icons[at]
  const color =
    name === 'returned' || name === 'rejected'
      ? 'error.main'
      : at === 'ahead'
        ? 'text.secondary'
        : 'primary.main'
  return (
    <Box
      component="li"
      aria-current={at === 'here' ? 'step' : undefined}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        typography: 'caption',
        fontWeight: at === 'here' ? 600 : 400,
        color,
      }}
    >
      {!first && <span aria-hidden>→</span>}
      <Icon aria-hidden sx={{ fontSize: '0.875rem' }} />
      {t(`status.${name}`)}
      {day && <Box component="span">{day}</Box>}
    </Box>
  )
}
