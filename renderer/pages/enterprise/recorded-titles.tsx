/** Titles that stand on record without a certificate: from applications that were won, or by hand. */
import Add from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { Honour } from '../../../shared/model/reserve.ts'
import { titleLabel } from '../../../shared/programme/label.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useLabel } from '../../app/i18n.ts'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { Panel } from '../../parts/panel.tsx'
import { AddTitle } from './add-title.tsx'

const columns = ['title', 'level', 'number', 'issued', 'expires', 'from'] as const

export function RecordedTitles() {
  const { t } = useTranslation('course')
  const { data = [] } = useAsk('honour.list', {})
  const remove = useAct('honour.remove')
  const readOnly = useReadOnly()
  const [adding, setAdding] = useState(false)
  const add = !readOnly && (
    <Button variant="outlined" startIcon={<Add />} onClick={() => setAdding(true)}>
      {t('titles.add')}
    </Button>
  )
  return (
    <Panel title={t('titles')} hint={t('titles.hint')} actions={add}>
      {adding && <AddTitle onClose={() => setAdding(false)} />}
      {data.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('titles.none')}
        </Typography>
      ) : (
        <Table size="small" aria-label={t('titles')}>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column}>{t(`award.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map((honour) => (
              <TitleRow
                key={honour.id}
                honour={honour}
                onRemove={() => remove.mutate({ id: honour.id })}
              />
            ))}
          </TableBody>
        </Table>
      )}
      <FaultAlert error={remove.error} onClose={remove.reset} />
    </Panel>
  )
}

type RowProps = { readonly honour: Honour; readonly onRemove: () => void }

/** One that an application won is taken back there; one entered by hand, here. */
function TitleRow({ honour, onRemove }: RowProps) {
  const { t } = useTranslation('course')
  const labelOf = useLabel()
  const { code, level, number, issued, expires, application } = honour
  return (
    <TableRow>
      <TableCell>{labelOf(titleLabel(code))}</TableCell>
      <TableCell>{level}</TableCell>
      <TableCell>{number}</TableCell>
      <TableCell>{issued}</TableCell>
      <TableCell>{expires}</TableCell>
      <TableCell>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          {application === null ? (
            <>
              <span>{t('titles.byHand')}</span>
              <Button size="small" onClick={onRemove}>
                {t('titles.remove')}
              </Button>
            </>
          ) : (
            <Link component={RouterLink} to={paths.application(application)} variant="body2">
              {t('titles.application')}
            </Link>
          )}
        </Stack>
      </TableCell>
    </TableRow>
  )
}
