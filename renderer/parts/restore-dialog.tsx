/** 从备份恢复: a backup, an empty folder, and only then the question whether to open what came of it. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../shared/host.ts'
import type { Restored } from '../../shared/model/backup.ts'
import { figure } from '../../shared/text/figure.ts'
import { FaultAlert } from '../app/fault-text.tsx'
import { fileSize, instant } from '../app/format.ts'
import { useHost } from '../app/surroundings.ts'
import { useAct } from '../app/use-act.ts'
import { ProgressLine } from './progress-line.tsx'
import { ReasonButton } from './reason-button.tsx'

type ChoiceProps = {
  readonly label: string
  readonly picked: Picked | null
  readonly disabled: boolean
  readonly onPick: () => Promise<void>
}

function Choice({ label, picked, disabled, onPick }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
      <Button
        variant="outlined"
        disabled={disabled}
        onClick={() => void onPick()}
        sx={{ flex: 'none' }}
      >
        {label}
      </Button>
      <Typography
        variant="body2"
        color={picked ? 'textPrimary' : 'textSecondary'}
        sx={{ overflowWrap: 'anywhere' }}
      >
        {picked?.name ?? t('frame:new.folderHint')}
      </Typography>
    </Stack>
  )
}

function Outcome({ restored }: { readonly restored: Restored }) {
  const { t } = useTranslation()
  const { folder, name, at, materials, bytes, damages } = restored
  const about = {
    folder,
    name,
    at: instant(at),
    materials: figure(materials),
    size: fileSize(bytes),
  }
  return (
    <Alert severity={damages.length > 0 ? 'warning' : 'success'} sx={{ overflowWrap: 'anywhere' }}>
      {t('frame:restore.done', about)}
      {damages.length > 0 && <div>{t('frame:restore.damages', { count: damages.length })}</div>}
    </Alert>
  )
}

export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const host = useHost()
  const restore = useAct('backup.restore')
  const open = useAct('vault.open')
  const [file, setFile] = useState<Picked | null>(null)
  const [folder, setFolder] = useState<Picked | null>(null)
  const pickFile = async () => {
    const [picked] = await host.pickFiles({ title: t('frame:restore.fileTitle') })
    if (picked) setFile(picked)
  }
  const pickFolder = async () => {
    const picked = await host.pickFolder({ title: t('frame:new.folderTitle') })
    if (picked) setFolder(picked)
  }
  const busy = restore.isPending || open.isPending
  const lacks = file ? (folder ? null : t('frame:new.lacks.folder')) : t('frame:restore.lacksFile')
  return (
    <Dialog
      open
      onClose={busy ? () => {} : onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby="restore-title"
    >
      <DialogTitle id="restore-title">{t('frame:restore.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{t('frame:restore.about')}</DialogContentText>
          {restore.data ? (
            <Outcome restored={restore.data} />
          ) : (
            <>
              <Choice
                label={t('frame:restore.file')}
                picked={file}
                disabled={busy}
                onPick={pickFile}
              />
              <Choice
                label={t('frame:new.choose')}
                picked={folder}
                disabled={busy}
                onPick={pickFolder}
              />
            </>
          )}
          {restore.isPending && (
            <ProgressLine
              label={t('frame:job.backup.restore')}
              progress={restore.progress}
              onCancel={restore.cancel}
            />
          )}
          <FaultAlert error={restore.error ?? open.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button disabled={busy} onClick={onClose}>
          {t(restore.data ? 'frame:close' : 'frame:cancel')}
        </Button>
        {restore.data ? (
          <Button
            variant="contained"
            loading={open.isPending}
            onClick={() => folder && open.mutate({ folder: folder.handle }, { onSuccess: onClose })}
          >
            {t('frame:restore.open')}
          </Button>
        ) : (
          <ReasonButton
            variant="contained"
            reason={lacks}
            loading={restore.isPending}
            onClick={() =>
              file && folder && restore.mutate({ file: file.handle, folder: folder.handle })
            }
          >
            {t('frame:restore.run')}
          </ReasonButton>
        )}
      </DialogActions>
    </Dialog>
  )
}
