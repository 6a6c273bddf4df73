/** The programmes, a row each; the whole row leads to the programme. */
import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink, useNavigate } from 'react-router'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { regionOf } from '../../../shared/programme/label.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { WindowState } from '../../parts/window-state.tsx'
import { MatchMark } from './match-mark.tsx'

const columns = ['programme', 'level', 'region', 'department', 'window', 'match'] as const

export function ProgrammeTable({ rows }: { readonly rows: readonly ProgrammeRow[] }) {
  const { t } = useTranslation('programmes')
  return (
    <Table>
      <TableHead>
        <TableRow>
          {columns.map((column) => (
            <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>
              {t(`column.${column}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={`${row.id}${row.edition}`} row={row} />
        ))}
      </TableBody>
    </Table>
  )
}

function Row({ row }: { readonly row: ProgrammeRow }) {
  const { t } = useTranslation('programmes')
  const navigate = useNavigate()
  const today = useAsk('vault.state', {}).data?.today ?? ''
  const to = paths.programme(row.id, row.edition)
  const own = row.windows.filter(({ role }) => role === 'enterprise')
  return (
    <TableRow hover sx={{ cursor: 'pointer' }} onClick={() => void navigate(to)}>
      <TableCell>
        <Link component={RouterLink} to={to} sx={{ fontWeight: 600 }}>
          {row.title}
        </Link>
        <Stack direction="row" spacing={1} sx={{ mt: 0.5, alignItems: 'center' }}>
          <Typography variant="caption" color="textSecondary">
            {t('edition', { edition: row.edition })} · {row.category}
          </Typography>
          {row.hasForm && <Chip variant="outlined" label={t('hasForm')} />}
        </Stack>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{t(`terms:level.${row.level}`)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {regionOf(row.region)?.name ?? row.region}
      </TableCell>
      <TableCell>{row.department}</TableCell>
      <TableCell>
        {own.map((window) => (
          <WindowState key={`${window.opens}${window.closes}`} window={window} today={today} />
        ))}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <MatchMark match={row.match} />
      </TableCell>
    </TableRow>
  )
}
