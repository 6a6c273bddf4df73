/** Prints the verdict as a 验证单. */
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../shared/host.ts'
import type { Verification } from '../../../shared/model/bundle.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'

type Props = {
  readonly file: Picked
  readonly others: readonly Picked[]
  readonly report: Verification
}

export function SheetButton({ file, others, report }: Props) {
  const { t } = useTranslation('proof')
  const host = useHost()
  const act = useAct('bundle.sheet')
  const write = async () => {
    const name = t('verify.sheetName', { name: report.root || file.name })
    const place = await host.pickSave({ title: t('verify.sheetWhere'), name })
    if (!place) return
    const input = {
      file: file.handle,
      others: others.map((one) => one.handle),
      at: report.at,
      to: place.handle,
    }
    act.mutate(input, { onSuccess: () => void host.openFile({ handle: place.handle }) })
  }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        loading={act.isPending}
        onClick={() => void write()}
      >
        {t('verify.sheet')}
      </Button>
      <FaultAlert error={act.error} onClose={act.reset} />
    </>
  )
}
