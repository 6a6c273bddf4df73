/** How the enterprise stands with a programme, with the count of binding conditions met. */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Match } from '../../../shared/model/programme.ts'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'

type Props = {
  readonly match: Match
  /** In one line. */
  readonly brief?: boolean
}

export function MatchMark({ match, brief = false }: Props) {
  const { t } = useTranslation('programmes')
  return (
    <>
      <OutcomeMark outcome={match.outcome} of="match" strong />
      <Typography
        variant="caption"
        color="textSecondary"
        component={brief ? 'span' : 'div'}
        sx={brief ? { ml: 1 } : {}}
      >
        {t(brief ? 'binding.brief' : 'binding', {
          met: match.bindingMet,
          total: match.bindingTotal,
        })}
      </Typography>
    </>
  )
}
