/** 审核台账 as an Excel workbook. */
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { useToday } from '../../app/use-vault.ts'
import { StateMark } from '../../parts/state-mark.tsx'

export function LedgerButton() {
  const { t } = useTranslation('review')
  const host = useHost()
  const today = useToday()
  const save = useAct('review.saveLedger')
  const run = async () => {
    const name = `${t('opinion:ledger')}_${today.replaceAll('-', '')}.xlsx`
    const place = await host.pickSave({ title: t('ledger.save'), name })
    if (place) save.mutate({ to: place.handle })
  }
  return (
    <>
      {save.data && (
        <StateMark tone="good">{t('ledger.saved', { count: save.data.rows })}</StateMark>
      )}
      <FaultAlert error={save.error} onClose={save.reset} />
      <Button size="small" color="inherit" loading={save.isPending} onClick={() => void run()}>
        {t('ledger.save')}
      </Button>
    </>
  )
}
