/** Prints the 交接单 that goes along with a bundle. */
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../../shared/model/bundle.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'

export function HandoverButton({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation('proof')
  const host = useHost()
  const act = useAct('receipt.sheet', { key: receipt.bundleId })
  const write = async () => {
    const name = t('handover.name', { id: receipt.bundleId })
    const place = await host.pickSave({ title: t('handover.where'), name })
    if (!place) return
    act.mutate(
      { seq: receipt.seq, to: place.handle },
      { onSuccess: () => void host.openFile({ handle: place.handle }) },
    )
  }
  return (
    <>
      <Button variant="outlined" loading={act.isPending} onClick={() => void write()}>
        {t('handover.make')}
      </Button>
      <FaultAlert error={act.error} onClose={act.reset} />
    </>
  )
}
