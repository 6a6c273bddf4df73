/** The programmes, a row each; the whole row leads to the programme, its tracks unfold below it. */
import ExpandLessIcon from '@mui/icons-material/ExpandLess'
import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink, useNavigate } from 'react-router'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { bestMatch } from '../../../shared/programme/fit.ts'
import { regionOf } from '../../../shared/programme/label.ts'
import { ownWindows } from '../../../shared/programme/year.ts'
import { paths } from '../../app/paths.ts'
import { useToday } from '../../app/use-vault.ts'
import { WindowState } from '../../parts/window-state.tsx'
import { MatchMark } from './match-mark.tsx'

const columns = ['programme', 'place', 'department', 'window', 'match'] as const

export function ProgrammeTable({ rows }: { readonly rows: readonly ProgrammeRow[] }) {
  const { t } = useTranslation('programmes')
  return (
    <Table sx={{ '& td, & th': { verticalAlign: 'top', py: 1.25 } }}>
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
          <Rows key={`${row.id} ${row.edition}`} row={row} />
        ))}
      </TableBody>
    </Table>
  )
}

function Rows({ row }: { readonly row: ProgrammeRow }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Row row={row} open={open} onOpen={() => setOpen(!open)} />
      {open && row.tracks.map((track) => <TrackLine key={track.id} row={row} track={track} />)}
    </>
  )
}

type RowProps = {
  readonly row: ProgrammeRow
  readonly open: boolean
  readonly onOpen: () => void
}

function Row({ row, open, onOpen }: RowProps) {
  const { t } = useTranslation('programmes')
  const navigate = useNavigate()
  const today = useToday()
  const to = paths.programme(row.id, row.edition)
  const unfold = (event: MouseEvent) => {
    event.stopPropagation()
    onOpen()
  }
  return (
    <TableRow hover sx={{ cursor: 'pointer' }} onClick={() => void navigate(to)}>
      <TableCell>
        <Link
          component={RouterLink}
          to={to}
          sx={{ fontWeight: 600 }}
          onClick={(event) => event.stopPropagation()}
        >
          {row.title}
        </Link>
        <Stack direction="row" sx={{ mt: 0.25, gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="caption" color="textSecondary">
            {t('edition', { edition: row.edition })} · {row.category}
          </Typography>
          {row.hasForm && <Chip variant="outlined" label={t('hasForm')} />}
          {row.origin !== 'shipped' && (
            <Chip variant="outlined" color="info" label={t(`origin.${row.origin}`)} />
          )}
          {row.tracks.length > 0 && (
            <Button
              size="small"
              aria-expanded={open}
              onClick={unfold}
              endIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
              sx={{ py: 0 }}
            >
              {t('tracks.count', { count: row.tracks.length })}
            </Button>
          )}
        </Stack>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {t(`terms:level.${row.level}`)}
        <Typography variant="caption" color="textSecondary" component="div">
          {regionOf(row.region)?.name ?? row.region}
        </Typography>
      </TableCell>
      <TableCell>{row.department}</TableCell>
      <TableCell sx={{ minWidth: '16.5rem' }}>
        {ownWindows(row).map((window) => (
          <div key={window.id}>
            <WindowState window={window} today={today} bare={window.role === 'enterprise'} />
          </div>
        ))}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <MatchMark match={bestMatch(row)} />
        {row.tracks.length > 1 && (
          <Typography variant="caption" color="textSecondary">
            {t('match.best')}
          </Typography>
        )}
      </TableCell>
    </TableRow>
  )
}

type TrackProps = { readonly row: ProgrammeRow; readonly track: ProgrammeRow['tracks'][number] }

function TrackLine({ row, track }: TrackProps) {
  return (
    <TableRow>
      <TableCell colSpan={columns.length - 1} sx={{ pl: 5, py: 1 }}>
        <Link component={RouterLink} to={paths.programme(row.id, row.edition, track.id)}>
          {track.title}
        </Link>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap', py: 1 }}>
        <MatchMark match={track.match} brief />
      </TableCell>
    </TableRow>
  )
}
