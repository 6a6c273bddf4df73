/** Why a pack file cannot be used: line, place and reason of every fault. */
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { PackFault } from '../../../shared/model/programme.ts'
import { StateMark } from '../state-mark.tsx'
import { useFaultReason } from './fault-reason.ts'

/** As many as a person mends before trying again. */
const shown = 50

export function FaultTable({ faults }: { readonly faults: readonly PackFault[] }) {
  const { t } = useTranslation('packs')
  const reasonOf = useFaultReason()
  return (
    <Stack spacing={1}>
      <StateMark tone="bad" strong>
        {t('preview.unusable', { count: faults.length })}
      </StateMark>
      <Table size="small">
        <TableHead>
          <TableRow>
            {(['line', 'path', 'reason'] as const).map((column) => (
              <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>
                {t(`preview.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {faults.slice(0, shown).map((fault) => (
            <TableRow key={`${fault.line} ${fault.path} ${fault.code} ${fault.reason}`}>
              <TableCell>{fault.line}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                <code>{fault.path}</code>
              </TableCell>
              <TableCell>{reasonOf(fault)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {faults.length > shown && (
        <Typography variant="caption">
          {t('preview.more', { count: faults.length - shown })}
        </Typography>
      )}
    </Stack>
  )
}
