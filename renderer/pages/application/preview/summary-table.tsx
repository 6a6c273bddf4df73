/** 汇总表 of this application, as PDF and as workbook. */
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { useFileName } from '../use-file-name.ts'
import { MadePaper, madeBy } from './made-paper.tsx'

export function SummaryTab() {
  const { t } = useTranslation('print')
  const { id } = useApplication().view
  const host = useHost()
  const nameOf = useFileName()
  const act = useAct('application.summary', { key: id })
  const order = { ids: [id] }
  const make = (to?: string, done?: () => void) =>
    act.mutate({ ...order, ...(to ? { to } : {}) }, done ? { onSuccess: done } : {})
  const saveWorkbook = async () => {
    const name = nameOf('pdf').replace(/\.pdf$/, `_${t('tab.summary')}.xlsx`)
    const place = await host.pickSave({ title: t('summary.excel'), name })
    if (place) act.mutate({ ...order, to: place.handle, format: 'xlsx' })
  }
  return (
    <MadePaper
      name={t('tab.summary')}
      hint={t('summary.hint')}
      make={t('summary.make')}
      making={t('summary.making')}
      again={t('again')}
      made={act.data}
      {...madeBy(act, make)}
    >
      <Button variant="outlined" disabled={act.isPending} onClick={() => void saveWorkbook()}>
        {t('summary.excel')}
      </Button>
    </MadePaper>
  )
}
