/** 下载条件, 打印 and 小幅更正: what can be done with a programme besides applying for it. */
import EditNoteIcon from '@mui/icons-material/EditNoteOutlined'
import FileDownloadIcon from '@mui/icons-material/FileDownloadOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../shared/host.ts'
import type { ProgrammeView } from '../../../shared/model/programme.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useLanguage } from '../../app/i18n.ts'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'

type Props = { readonly view: ProgrammeView; readonly track: string | null }

export function ProgrammeTools({ view, track }: Props) {
  const { t } = useTranslation('programmes')
  const host = useHost()
  const language = useLanguage()
  const readOnly = useReadOnly()
  const save = useAct('programme.save')
  const [saved, setSaved] = useState<Picked | null>(null)
  const [correcting, setCorrecting] = useState(false)
  const { id, edition, short } = view.pack
  const title = trackOf(view.pack, track)?.title ?? ''
  const download = async () => {
    const name = t('save.name', { short, edition, track: title })
    const to = await host.pickSave({ title: t('save'), name })
    if (!to) return
    setSaved(null)
    const input = { id, edition, track, to: to.handle, language }
    save.mutate(input, { onSuccess: () => setSaved(to) })
  }
  return (
    <Stack spacing={1} className="screen-only">
      <Stack direction="row" spacing={1}>
        <Button
          startIcon={<FileDownloadIcon />}
          loading={save.isPending}
          onClick={() => void download()}
        >
          {t('save')}
        </Button>
        <Button startIcon={<PrintIcon />} onClick={() => void host.print()}>
          {t('print')}
        </Button>
        <ReasonButton
          startIcon={<EditNoteIcon />}
          reason={readOnly ? t('settings:readOnly') : null}
          onClick={() => setCorrecting(true)}
        >
          {t('correct')}
        </ReasonButton>
      </Stack>
      <FaultAlert error={save.error} onClose={save.reset} />
      {saved && (
        <Alert
          severity="success"
          onClose={() => setSaved(null)}
          action={
            <Button size="small" onClick={() => void host.reveal({ handle: saved.handle })}>
              {t('save.reveal')}
            </Button>
          }
        >
          {t('save.done', { name: saved.name })}
        </Alert>
      )}
      {correcting && <CorrectionDialog view={view} onClose={() => setCorrecting(false)} />}
    </Stack>
  )
}
