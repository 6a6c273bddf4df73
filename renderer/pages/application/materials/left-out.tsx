/** Files of a drop that were not put into the slot, one by one and why, in the import's own words. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../../shared/model/material.ts'
import { listed } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import type { Act } from '../../../app/use-act.ts'
import { fileName, whyOf } from '../../../parts/import-text.ts'

export function LeftOut({ act }: { readonly act: Act<'application.attach'> }) {
  const { t } = useTranslation('application')
  const language = useLanguage()
  const { came = 0, refused: all = [] } = act.data ?? {}
  if (all.length === 0) return null
  const litter = all.filter(({ outcome }) => outcome === 'litter')
  const refused = all.filter(({ outcome }) => outcome !== 'litter')
  const told = refused.length === 0 ? 'none' : came === 0 ? 'all' : 'some'
  const names = [...new Set(litter.map(({ from }) => fileName(from).name))]
  return (
    <Alert
      severity={refused.length === 0 ? 'info' : 'warning'}
      onClose={act.reset}
      closeText={t('frame:close')}
      sx={{ mt: 1 }}
    >
      {t(`slot.left.${told}`, { came, count: refused.length })}
      {refused.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, maxHeight: '14rem', overflow: 'auto' }}>
          {refused.map((each) => (
            <Refused key={each.from} refused={each} />
          ))}
        </Box>
      )}
      {litter.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('slot.left.litter', { count: litter.length, names: listed(names, language) })}
        </Typography>
      )}
    </Alert>
  )
}

function Refused({ refused }: { readonly refused: ImportResult }) {
  const { t } = useTranslation()
  const { folder } = fileName(refused.from)
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      {whyOf(t, refused)}
      {folder && (
        <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 1 }}>
          {t('archive:import.inside', { folder })}
        </Typography>
      )}
    </Box>
  )
}
