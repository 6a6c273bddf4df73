/** What stands otherwise than before, item by item: where, what it was, what it is. */
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Difference } from '../../shared/model/snapshot.ts'
import { StateMark } from './state-mark.tsx'

type Props = { readonly differences: readonly Difference[]; readonly label: string }

export function DifferenceTable({ differences, label }: Props) {
  const { t } = useTranslation('course')
  if (differences.length === 0) return <StateMark tone="good">{t('compare.same')}</StateMark>
  return (
    <Table size="small" aria-label={label} sx={{ tableLayout: 'fixed' }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: '34%' }}>{t('compare.what')}</TableCell>
          <TableCell>{t('compare.before')}</TableCell>
          <TableCell>{t('compare.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {differences.map((difference) => (
          <DifferenceRow key={keyOf(difference)} difference={difference} />
        ))}
      </TableBody>
    </Table>
  )
}

const keyOf = ({ what, label, place, before, after }: Difference) =>
  JSON.stringify([what, label, place, before, after])

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation('course')
  const { what, kind, group, label, before, after, outcomes } = difference
  const told = (text: string, outcome: string | undefined) =>
    outcome ? `${t(`terms:outcome.${outcome}`)}：${text}` : text
  const cell = { verticalAlign: 'top', overflowWrap: 'anywhere', whiteSpace: 'pre-line' } as const
  return (
    <TableRow>
      <TableCell sx={cell}>
        <Typography variant="caption" color="textSecondary" component="div">
          {[t(`what.${what}`), t(`kind.${kind}`), group].filter(Boolean).join(' · ')}
        </Typography>
        {label}
      </TableCell>
      <TableCell sx={{ ...cell, color: 'text.secondary' }}>
        {told(before, outcomes?.before) || t('compare.nothing')}
      </TableCell>
      <TableCell sx={cell}>{told(after, outcomes?.after) || t('compare.nothing')}</TableCell>
    </TableRow>
  )
}
