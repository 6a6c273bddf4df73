/** 导出台账: everything that left the office, with what it contained. */
import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { LedgerRow } from '../../../shared/model/bundle.ts'
import { fileSize, instant } from '../../app/format.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Fingerprint } from '../../parts/verify/fingerprint.tsx'

/** How many lines are shown before more are asked for. */
const step = 20

function Contents({ seq }: { readonly seq: number }) {
  const { t } = useTranslation('proof')
  const ask = useAsk('receipt.open', { seq })
  return (
    <Asked ask={ask}>
      {({ contents, receipt }) => (
        <Stack spacing={1}>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {receipt.path}
          </Typography>
          <Fingerprint value={receipt.fingerprint} />
          {receipt.blocking > 0 && (
            <Typography variant="body2" color="error">
              {t('application:receipt.reason', { count: receipt.blocking, reason: receipt.reason })}
            </Typography>
          )}
          {contents.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('ledger.unrecorded')}
            </Typography>
          )}
          <Box component="ol" sx={{ pl: 3, m: 0, maxHeight: '20rem', overflow: 'auto' }}>
            {contents.map(({ path, name, size, sha256 }) => (
              <Box component="li" key={path} sx={{ typography: 'body2', mb: 0.5 }}>
                {path} · {name} · {fileSize(size)}
                <Typography
                  component="div"
                  variant="caption"
                  color="textSecondary"
                  sx={{ overflowWrap: 'anywhere', fontFamily: 'monospace' }}
                >
                  {sha256}
                </Typography>
              </Box>
            ))}
          </Box>
        </Stack>
      )}
    </Asked>
  )
}

function Line({ row }: { readonly row: LedgerRow }) {
  const { t } = useTranslation('proof')
  const [open, setOpen] = useState(false)
  return (
    <Accordion variant="outlined" disableGutters onChange={(_, wide) => setOpen(wide)}>
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Stack sx={{ minWidth: 0 }}>
          <Typography variant="body2">
            {instant(row.at)} · {row.title}（{row.edition}）
          </Typography>
          <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {t('ledger.line', {
              id: row.bundleId,
              name: row.name,
              size: fileSize(row.size),
              papers: row.papers,
            })}
            {row.volumes.length > 0 && t('ledger.volumes', { count: row.volumes.length })}
            {row.blocking > 0 && t('ledger.blocking', { count: row.blocking })}
          </Typography>
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        {open && <Contents seq={row.seq} />}
        <Link
          component={RouterLink}
          to={paths.application(row.application, 'export')}
          variant="body2"
        >
          {t('ledger.application')}
        </Link>
      </AccordionDetails>
    </Accordion>
  )
}

export function LedgerPanel() {
  const { t } = useTranslation('proof')
  const ask = useAsk('receipt.list', {})
  const [shown, setShown] = useState(step)
  return (
    <Panel title={t('ledger.title')} hint={t('ledger.hint')}>
      <Asked ask={ask}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('ledger.none')} hint={t('ledger.noneHint')} />
          ) : (
            <>
              {rows.slice(0, shown).map((row) => (
                <Line key={row.seq} row={row} />
              ))}
              {rows.length > shown && (
                <Button onClick={() => setShown(shown + step)}>{t('ledger.more')}</Button>
              )}
            </>
          )
        }
      </Asked>
    </Panel>
  )
}
