/** What has happened so far, with days and notes; the last step can be taken back. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { longDate } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'

export function History() {
  const { t } = useTranslation('course')
  const language = useLanguage()
  const { view } = useApplication()
  const undo = useAct('event.undo', { key: view.id })
  const last = view.events.at(-1)
  if (!last) return <Typography color="textSecondary">{t('history.none')}</Typography>
  return (
    <Box>
      <Box component="ul" aria-label={t('history')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {view.events.map(({ seq, state, day, note, source }) => (
          <Stack component="li" key={seq} direction="row" spacing={2} sx={{ py: 0.5 }}>
            <Typography variant="body2" sx={{ width: '8.5rem', flex: 'none' }}>
              {longDate(day, language)}
            </Typography>
            <Typography variant="body2" sx={{ width: '9rem', flex: 'none', fontWeight: 600 }}>
              {t(`terms:state.${state}`)}
            </Typography>
            <Typography variant="body2" sx={{ flex: 1 }}>
              {note}
            </Typography>
            <Typography variant="caption" color="textSecondary">
              {t(`source.${source}`)}
            </Typography>
          </Stack>
        ))}
      </Box>
      {last.source !== 'export' && (
        <Button size="small" loading={undo.isPending} onClick={() => undo.mutate({ id: view.id })}>
          {t('undo', { state: t(`terms:state.${last.state}`) })}
        </Button>
      )}
      <FaultAlert error={undo.error} onClose={undo.reset} />
    </Box>
  )
}
