/** 导出提交包: what still blocks, who signs, where to; then the proof and the way on. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import type { Receipt } from '../../../../shared/model/bundle.ts'
import { Panel } from '../../../parts/panel.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { useApplication } from '../application-context.ts'
import { FindingList } from '../finding-list.tsx'
import { bySeverity } from '../findings.ts'
import { useFocusPlace } from '../use-place.ts'
import { ChangeNotePanel } from './change-note.tsx'
import { EarlierReceipts } from './earlier-receipts.tsx'
import { ExportForm } from './export-form.tsx'
import { OnlineSteps } from './online-steps.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import { ReservePanel } from './reserve-panel.tsx'

export type Exported = { readonly receipt: Receipt; readonly place: Picked }

export function ExportStep() {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const [exported, setExported] = useState<Exported | null>(null)
  const sheet = useRef<HTMLDivElement>(null)
  useFocusPlace(sheet, view.id)
  const open = bySeverity(view.findings).filter(
    ({ severity, place }) => severity === 'blocking' || place.step === 'export',
  )
  const earlier = view.receipts.filter(({ seq }) => seq !== exported?.receipt.seq)
  return (
    <Box ref={sheet} sx={{ maxWidth: '72rem', mx: 'auto' }}>
      <Stack spacing={2}>
        <Panel
          title={t('export.check')}
          hint={view.blocking > 0 ? t('export.blockedHint', { count: view.blocking }) : ''}
        >
          {view.blocking === 0 && <StateMark tone="good">{t('export.clear')}</StateMark>}
          <Box sx={{ maxHeight: '18rem', overflow: 'auto' }}>
            <FindingList findings={open} />
          </Box>
        </Panel>
        <ChangeNotePanel />
        <ExportForm onExported={setExported} />
        {exported && <ReceiptCard exported={exported} />}
        <ReservePanel />
        <OnlineSteps />
        {earlier.length > 0 && <EarlierReceipts receipts={earlier} />}
      </Stack>
    </Box>
  )
}
