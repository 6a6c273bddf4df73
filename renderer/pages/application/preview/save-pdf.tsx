/** Saves the 申报书 as a file of its own, to be printed and stamped. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { useFileName } from '../use-file-name.ts'

export function SavePdf() {
  const { t } = useTranslation('application')
  const host = useHost()
  const { view } = useApplication()
  const act = useAct('application.render', { key: view.id })
  const nameOf = useFileName()
  const [saved, setSaved] = useState<Picked | null>(null)
  const save = async () => {
    const place = await host.pickSave({ title: t('preview.save'), name: nameOf('pdf') })
    if (!place) return
    act.mutate({ id: view.id, to: place.handle }, { onSuccess: () => setSaved(place) })
  }
  return (
    <Stack spacing={1} sx={{ my: 1, alignItems: 'flex-start' }}>
      <Button variant="outlined" loading={act.isPending} onClick={() => void save()}>
        {t('preview.save')}
      </Button>
      {saved && (
        <Button size="small" onClick={() => void host.openFile({ handle: saved.handle })}>
          {t('preview.openSaved', { name: saved.name })}
        </Button>
      )}
      <FaultAlert error={act.error} onClose={act.reset} />
    </Stack>
  )
}
