/** 修改说明: the answers to the return, and what stands otherwise than in the bundle before. */
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ChangeNote } from '../../../shared/model/change-note.ts'

type Props = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

function Lines({ heads, rows }: Props) {
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {heads.map((head) => (
            <TableCell key={head}>{head}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((cells, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bundle's lines never move
          <TableRow key={at}>
            {cells.map((cell, column) => (
              <TableCell
                key={heads[column]}
                sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', verticalAlign: 'top' }}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

export function ChangesPart({ note }: { readonly note: ChangeNote }) {
  const { t } = useTranslation('change')
  const { answers, differences, since } = note
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('since')} {since.bundleId}
      </Typography>
      {answers.length > 0 && (
        <>
          <Typography variant="h3">{t('answers')}</Typography>
          <Lines
            heads={[t('column.place'), t('column.reason'), t('column.answer')]}
            rows={answers.map(({ label, kind, text, answer }) => [
              label,
              `${t(`kind.${kind}`)}：${text}`,
              answer || t('nothing'),
            ])}
          />
        </>
      )}
      <Typography variant="h3" sx={{ mt: 2 }}>
        {t('differences')}
      </Typography>
      {differences.length === 0 ? (
        <Typography variant="body2">{t('differences.none')}</Typography>
      ) : (
        <Lines
          heads={[t('column.place'), t('column.before'), t('column.after')]}
          rows={differences.map(({ group, label, before, after }) => [
            [group, label].filter(Boolean).join('：'),
            before || t('nothing'),
            after || t('nothing'),
          ])}
        />
      )}
    </>
  )
}
