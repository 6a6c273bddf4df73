import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { Triple, TripleList } from '../../../shared/model/triple.ts'
import { compare, multiply, parseDecimal, subtract } from '../../../shared/programme/decimal.ts'
import { addSums } from '../../../shared/programme/triple.ts'
import { figure } from '../../../shared/text/figure.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { TripleDoubts, TripleSumsLine } from './pane/triple-section.tsx'

/** What is proven against an amount in 万元 that a notice asks for. */
function Target({ proven }: { readonly proven: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const bound = parseDecimal(typed)
  const wanted = bound === null ? null : multiply(bound, '10000')
  const reached = wanted !== null && compare(proven, wanted) >= 0
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
      <TextField
        label={t('archive:triples.target')}
        value={typed}
        error={typed.trim() !== '' && bound === null}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 20 } }}
        sx={{ width: '14rem' }}
      />
      {wanted !== null && (
        <StateMark tone={reached ? 'good' : 'doubt'}>
          {reached
            ? t('archive:triples.reached', { over: figure(subtract(proven, wanted)) })
            : t('archive:triples.short', { missing: figure(subtract(wanted, proven)) })}
        </StateMark>
      )}
    </Stack>
  )
}

type RowProps = {
  readonly triple: Triple
  readonly counted: boolean
  readonly onCount: () => void
  readonly onClose: () => void
}

function TripleRow({ triple, counted, onCount, onClose }: RowProps) {
  const { t } = useTranslation()
  const { materials, sums, doubts } = triple
  const [first] = materials
  return (
    <TableRow>
      <TableCell padding="checkbox">
        <Checkbox
          checked={counted}
          onChange={onCount}
          slotProps={{ input: { 'aria-label': t('archive:triples.count', { name: first?.name }) } }}
        />
      </TableCell>
      <TableCell>
        {materials.map(({ sha256, name }) => (
          <Box key={sha256} sx={{ overflowWrap: 'anywhere' }}>
            <Link
              component={RouterLink}
              to={paths.material(sha256)}
              variant="body2"
              onClick={onClose}
            >
              {name}
            </Link>
          </Box>
        ))}
      </TableCell>
      {([sums.contracted, sums.invoiced, sums.paid, sums.proven] as const).map((sum, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never change places.
        <TableCell key={at} align="right">
          {figure(sum)}
        </TableCell>
      ))}
      <TableCell>
        <Stack spacing={0.5}>
          <TripleDoubts doubts={doubts} />
        </Stack>
      </TableCell>
    </TableRow>
  )
}

const columns = ['papers', 'contracted', 'invoiced', 'paid', 'proven', 'doubts'] as const

type ListProps = { readonly list: TripleList; readonly onClose: () => void }

function Triples({ list, onClose }: ListProps) {
  const { t } = useTranslation()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const counted = list.triples.filter(({ id }) => !left.has(id))
  const whole = left.size === 0
  const sums = whole ? list.sums : addSums(counted.map((triple) => triple.sums))
  const toggle = (id: number) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  if (list.total === 0) {
    return <EmptyState title={t('archive:triples.none')} hint={t('archive:triples.noneHint')} />
  }
  return (
    <Stack spacing={1.5} sx={{ minHeight: 0 }}>
      <TripleSumsLine sums={sums} />
      <Target proven={sums.proven} />
      <Box sx={{ overflow: 'auto', minHeight: 0 }}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox" />
              {columns.map((column) => (
                <TableCell
                  key={column}
                  align={column === 'papers' || column === 'doubts' ? 'left' : 'right'}
                >
                  {t(`archive:triples.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {list.triples.map((triple) => (
              <TripleRow
                key={triple.id}
                triple={triple}
                counted={!left.has(triple.id)}
                onCount={() => toggle(triple.id)}
                onClose={onClose}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
      {list.total > list.triples.length && (
        <StateMark tone="info">
          {t('archive:triples.more', { shown: list.triples.length, total: list.total })}
        </StateMark>
      )}
    </Stack>
  )
}

/** 合同、发票、付款对账: every triple with its contradictions, and what they prove together. */
export function TriplesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [doubtful, setDoubtful] = useState(false)
  const text = useDeferredValue(typed.trim())
  const ask = useAsk('triple.list', { text, doubtful, limit: 500 }, { keep: true })
  return (
    <Dialog open fullWidth maxWidth="lg" onClose={onClose} aria-labelledby="triples-title">
      <DialogTitle id="triples-title">{t('archive:triples.title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <Stack direction="row" spacing={2} sx={{ pt: 1, alignItems: 'center' }}>
          <TextField
            type="search"
            label={t('archive:triples.search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            sx={{ width: '20rem' }}
          />
          <FormControlLabel
            control={
              <Checkbox
                checked={doubtful}
                onChange={(event) => setDoubtful(event.target.checked)}
              />
            }
            label={t('archive:triples.doubtful')}
          />
        </Stack>
        <Asked ask={ask}>{(list) => <Triples list={list} onClose={onClose} />}</Asked>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
