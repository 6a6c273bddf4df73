/** What left the office before, newest first. */

import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../../shared/model/bundle.ts'
import { instant } from '../../../app/format.ts'
import { Panel } from '../../../parts/panel.tsx'
import { HandoverButton } from './handover-button.tsx'
import { ReceiptFacts } from './receipt-facts.tsx'
import { VerifyOther } from './verify-other.tsx'

export function EarlierReceipts({ receipts }: { readonly receipts: readonly Receipt[] }) {
  const { t } = useTranslation('application')
  return (
    <Panel title={t('receipts.title')}>
      {receipts
        .toSorted((a, b) => b.seq - a.seq)
        .map((receipt) => (
          <Accordion key={receipt.seq} variant="outlined" disableGutters>
            <AccordionSummary expandIcon={<ExpandMoreIcon />}>
              <Typography variant="body2">
                {t('receipts.one', {
                  at: instant(receipt.at),
                  name: receipt.name,
                  id: receipt.bundleId,
                })}
              </Typography>
            </AccordionSummary>
            <AccordionDetails>
              <ReceiptFacts receipt={receipt} />
              <Box sx={{ mt: 1.5 }}>
                <HandoverButton receipt={receipt} />
              </Box>
            </AccordionDetails>
          </Accordion>
        ))}
      <VerifyOther />
    </Panel>
  )
}
