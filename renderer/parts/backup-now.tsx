/** When the vault was backed up last, and the way to do it again. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { BackupState, BackupWritten } from '../../shared/model/backup.ts'
import { figure } from '../../shared/text/figure.ts'
import { FaultAlert } from '../app/fault-text.tsx'
import { fileSize, instant, listed } from '../app/format.ts'
import { useLanguage } from '../app/i18n.ts'
import { useHost } from '../app/surroundings.ts'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { ProgressLine } from './progress-line.tsx'
import { StateMark } from './state-mark.tsx'

function LastBackup({ last, days, changes, due }: BackupState) {
  const { t } = useTranslation()
  if (!last)
    return <StateMark tone={due ? 'doubt' : 'unknown'}>{t('frame:backup.never')}</StateMark>
  const at = instant(last.at)
  return (
    <div>
      <StateMark tone={due ? 'doubt' : 'good'}>
        {changes === 0
          ? t('frame:backup.current', { at })
          : t('frame:backup.last', { at, days, changes: figure(changes) })}
      </StateMark>
      <Typography
        variant="caption"
        component="div"
        color="textSecondary"
        sx={{ overflowWrap: 'anywhere' }}
      >
        {t('frame:backup.where', { folder: last.folder, size: fileSize(last.bytes) })}
      </Typography>
    </div>
  )
}

function Written({ written }: { readonly written: BackupWritten }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { names, folder, materials, bytes, left } = written
  const about = { folder, materials: figure(materials), size: fileSize(bytes) }
  return (
    <Alert severity={left.length > 0 ? 'warning' : 'success'} sx={{ overflowWrap: 'anywhere' }}>
      {t('frame:backup.done', { ...about, names: listed(names, language) })}
      {left.length > 0 && <div>{t('frame:backup.left', { names: listed(left, language) })}</div>}
    </Alert>
  )
}

export function BackupNow() {
  const { t } = useTranslation()
  const host = useHost()
  const state = useAsk('backup.state', {}, { fresh: true })
  const write = useAct('backup.write')
  const run = async () => {
    const folder = await host.pickFolder({ title: t('frame:backup.folderTitle') })
    if (folder) write.mutate({ folder: folder.handle })
  }
  return (
    <Stack spacing={1.5}>
      {state.data && <LastBackup {...state.data} />}
      {write.isPending ? (
        <ProgressLine
          label={t('frame:job.backup.write')}
          progress={write.progress}
          onCancel={write.cancel}
        />
      ) : (
        <Button variant="outlined" onClick={() => void run()} sx={{ alignSelf: 'flex-start' }}>
          {t('frame:backup.run')}
        </Button>
      )}
      <FaultAlert error={write.error} onClose={write.reset} />
      {write.data && <Written written={write.data} />}
    </Stack>
  )
}
