/** The 申报书 as it is filled in: labels and values, tables, chapters; every place can get a reason. */
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { FilledItem, FilledSection } from '../../../shared/programme/filled-form.ts'
import { rowLabel } from '../../../shared/programme/row-label.ts'
import { ReasonMark } from './reason-mark.tsx'

type ValueItem = Extract<FilledItem, { kind: 'value' }>
type TableItem = Extract<FilledItem, { kind: 'table' }>

const field = (ref: string, label: string, cell: { row?: number; column?: string } = {}) => ({
  place: { step: 'form' as const, ref, ...cell },
  label,
  material: null,
})

function ValueRow({ item }: { readonly item: ValueItem }) {
  const { t } = useTranslation('review')
  return (
    <TableRow data-field={item.field}>
      <TableCell
        component="th"
        scope="row"
        sx={{ width: '30%', color: 'text.secondary', verticalAlign: 'top' }}
      >
        {item.label}
      </TableCell>
      <TableCell
        sx={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          userSelect: 'text',
          verticalAlign: 'top',
        }}
      >
        {item.shown || (
          <Typography component="span" variant="body2" color="textSecondary">
            {t('form.empty')}
          </Typography>
        )}
      </TableCell>
      <TableCell padding="none" sx={{ width: '3rem', verticalAlign: 'top', pt: 0.5 }}>
        <ReasonMark at={field(item.field, item.label)} />
      </TableCell>
    </TableRow>
  )
}

function TablePart({ item }: { readonly item: TableItem }) {
  const { t } = useTranslation('review')
  return (
    <Box sx={{ my: 1.5 }} data-field={item.field}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="h3">{item.label}</Typography>
        <ReasonMark at={field(item.field, item.label)} />
      </Box>
      {item.rows.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('form.empty')}
        </Typography>
      ) : (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {item.columns.map(({ id, label }) => (
                  <TableCell key={id}>{label}</TableCell>
                ))}
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {item.rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a bundle's rows never move
                <TableRow key={row}>
                  {cells.map(({ shown }, at) => (
                    <TableCell key={item.columns[at]?.id ?? at} sx={{ whiteSpace: 'pre-wrap' }}>
                      {shown}
                    </TableCell>
                  ))}
                  <TableCell padding="none" sx={{ width: '3rem' }}>
                    <ReasonMark
                      at={field(item.field, rowLabel(item.label, row)['zh-CN'], { row })}
                    />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  )
}

/** Neighbouring single answers stand in one table, a repeating one in its own. */
export function FormPart({ section }: { readonly section: FilledSection }) {
  const groups: (readonly ValueItem[] | TableItem)[] = []
  for (const item of section.items) {
    const last = groups.at(-1)
    if (item.kind === 'table') groups.push(item)
    else if (Array.isArray(last)) groups[groups.length - 1] = [...last, item]
    else groups.push([item])
  }
  return groups.map((group) =>
    'kind' in group ? (
      <TablePart key={group.field} item={group} />
    ) : (
      <Table key={group[0]?.field} size="small">
        <TableBody>
          {group.map((item) => (
            <ValueRow key={item.field} item={item} />
          ))}
        </TableBody>
      </Table>
    ),
  )
}
