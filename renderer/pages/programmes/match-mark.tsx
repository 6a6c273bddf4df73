/** How the enterprise stands with a programme, with the count of binding conditions met. */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Match } from '../../../shared/model/programme.ts'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'

export function MatchMark({ match }: { readonly match: Match }) {
  const { t } = useTranslation('programmes')
  return (
    <>
      <OutcomeMark outcome={match.outcome} of="match" strong />
      <Typography variant="caption" color="textSecondary" component="div">
        {t('binding', { met: match.bindingMet, total: match.bindingTotal })}
      </Typography>
    </>
  )
}
