import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useVault } from '../../app/use-vault.ts'

/** What a new vault lacks before anything can be judged; nothing once both are there. */
export function FirstSteps() {
  const { t } = useTranslation()
  const vault = useVault()
  const enterprise = useAsk('enterprise.open', {})
  if (!vault || !enterprise.data) return null
  const unnamed = !enterprise.data.facts.name
  const empty = vault.materials === 0
  if (!unnamed && !empty) return null
  return (
    <Alert severity="info">
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <span>{t('desk:first.lead')}</span>
        {unnamed && (
          <Button size="small" component={Link} to={paths.enterprise}>
            {t('desk:first.enterprise')}
          </Button>
        )}
        {empty && (
          <Button size="small" component={Link} to={paths.archive}>
            {t('desk:first.archive')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
