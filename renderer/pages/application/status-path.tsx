/** 草稿 → 已导出 → 县（市、区）审核 → 市级审核 → 省级评审 → 结果. */
import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import CircleOutlinedIcon from '@mui/icons-material/CircleOutlined'
import RadioButtonCheckedIcon from '@mui/icons-material/RadioButtonChecked'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { ApplicationState } from '../../../shared/model/application.ts'

const path = ['draft', 'exported', 'county', 'city', 'province', 'result'] as const

/** What happens after the export happens elsewhere: those stations stay open until noted. */
export function StatusPath({ state }: { readonly state: ApplicationState }) {
  const { t } = useTranslation('application')
  const here = path.indexOf(state)
  return (
    <Box
      component="ol"
      aria-label={t('status.path')}
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, m: 0, p: 0, listStyle: 'none' }}
    >
      {path.map((station, at) => {
        const Icon =
          at < here ? CheckCircleIcon : at === here ? RadioButtonCheckedIcon : CircleOutlinedIcon
        return (
          <Box
            component="li"
            key={station}
            aria-current={at === here ? 'step' : undefined}
            sx={{
              display: 'inline-flex',
              alignItems: 'center',
              gap: 0.5,
              typography: 'caption',
              fontWeight: at === here ? 600 : 400,
              color: at <= here ? 'primary.main' : 'text.secondary',
            }}
          >
            {at > 0 && <span aria-hidden>→</span>}
            <Icon aria-hidden sx={{ fontSize: '0.875rem' }} />
            {t(`status.${station}`)}
          </Box>
        )
      })}
    </Box>
  )
}
