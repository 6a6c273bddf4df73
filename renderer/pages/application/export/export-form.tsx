/** Who signs, why in spite of what is open, and where the bundle goes. */
import ArchiveIcon from '@mui/icons-material/Inventory2Outlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ProgressLine } from '../../../parts/progress-line.tsx'
import { useApplication } from '../application-context.ts'
import { useFileName } from '../use-file-name.ts'
import type { Exported } from './export-step.tsx'
import { SignerChoice } from './signer-choice.tsx'
import { VolumeChoice, type VolumeSize, volumeSizes } from './volume-choice.tsx'

type Props = { readonly onExported: (exported: Exported) => void }

export function ExportForm({ onExported }: Props) {
  const { t } = useTranslation('application')
  const host = useHost()
  const { view, saved } = useApplication()
  const act = useAct('application.export', { key: view.id })
  const nameOf = useFileName()
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState(false)
  const [identity, setIdentity] = useState('')
  const [size, setSize] = useState<VolumeSize>('whole')
  const blocked = view.blocking > 0
  const run = async () => {
    if (blocked && !reason.trim()) {
      setLacking(true)
      return
    }
    const place = await host.pickSave({ title: t('export.where'), name: nameOf('zip') })
    if (!place) return
    const input = {
      id: view.id,
      to: place.handle,
      reason: blocked ? reason.trim() : '',
      ...(identity ? { identity } : {}),
      ...(size === 'whole' ? {} : { volumeBytes: volumeSizes[size] }),
    }
    act.mutate(input, { onSuccess: (receipt) => onExported({ receipt, place }) })
  }
  return (
    <Panel title={t('export.title')} hint={t('export.hint')}>
      <Stack spacing={2} sx={{ maxWidth: '44rem' }}>
        {blocked && (
          <TextField
            required
            multiline
            minRows={2}
            label={t('export.reason')}
            error={lacking}
            helperText={t(lacking ? 'export.reasonLacking' : 'export.reasonHint')}
            value={reason}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            onChange={(event) => {
              setReason(event.target.value)
              setLacking(false)
            }}
          />
        )}
        <SignerChoice chosen={identity} closes={view.closes} onChoose={setIdentity} />
        <VolumeChoice chosen={size} onChoose={setSize} />
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <Button
            variant="contained"
            color={blocked ? 'error' : 'primary'}
            startIcon={<ArchiveIcon />}
            loading={act.isPending || saved === 'saving'}
            onClick={() => void run()}
          >
            {t(blocked ? 'export.runAnyway' : 'export.run')}
          </Button>
        </Stack>
        {act.isPending && (
          <ProgressLine label={t('export.running')} progress={act.progress} onCancel={act.cancel} />
        )}
        <FaultAlert error={act.error} onClose={act.reset} />
      </Stack>
    </Panel>
  )
}
