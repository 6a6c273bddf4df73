/** Takes over what 企业档案 holds for fields whose answers differ from it. */
import SyncIcon from '@mui/icons-material/Sync'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useApplication } from '../application-context.ts'
import { asText } from './control-props.ts'

export function CarryAll() {
  const { t } = useTranslation('application')
  const { view, inHand } = useApplication()
  const differing = Object.entries(view.carried).filter(
    ([field, value]) => asText(value) !== '' && asText(value) !== asText(inHand.answers[field]),
  )
  if (differing.length === 0) return null
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button
          size="small"
          color="inherit"
          startIcon={<SyncIcon />}
          onClick={() => inHand.save(Object.fromEntries(differing))}
        >
          {t('carried.takeAll')}
        </Button>
      }
    >
      {t('carried.differ', { count: differing.length })}
    </Alert>
  )
}
