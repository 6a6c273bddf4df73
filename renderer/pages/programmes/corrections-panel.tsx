/** What was corrected here, by whom it differs from the pack as it came; can be taken back whole. */
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeView } from '../../../shared/model/programme.ts'
import { correctablesOf } from '../../../shared/programme/correctable.ts'
import { jsonText } from '../../parts/json-text.ts'
import { DropPackDialog } from '../../parts/packs/drop-pack-dialog.tsx'
import { Panel } from '../../parts/panel.tsx'
import { keyLabel, ownerOf } from './correction-label.ts'

const columns = ['what', 'before', 'after', 'note', 'day'] as const

export function CorrectionsPanel({ view }: { readonly view: ProgrammeView }) {
  const { t } = useTranslation('programmes')
  const [dropping, setDropping] = useState(false)
  const { pack, corrections } = view
  if (corrections.length === 0) return null
  const known = new Map(correctablesOf(pack).map((each) => [each.path.join('.'), each]))
  const nameOf = (path: string) => {
    const found = known.get(path)
    if (!found) return path
    return t('correct.where', { owner: ownerOf(found, t), key: keyLabel(found, t) })
  }
  return (
    <Panel
      title={t('corrections')}
      hint={t('corrections.hint')}
      actions={<Button onClick={() => setDropping(true)}>{t('corrections.drop')}</Button>}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{t(`corrections.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {corrections.map((one) => (
            <TableRow key={`${one.path} ${one.before} ${one.after} ${one.day}`}>
              <TableCell>{nameOf(one.path)}</TableCell>
              <TableCell>{jsonText(one.before) || t('corrections.nothing')}</TableCell>
              <TableCell>{jsonText(one.after)}</TableCell>
              <TableCell>{one.note}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{one.day}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {dropping && (
        <DropPackDialog
          pack={{ id: pack.id, edition: pack.edition, title: pack.title, origin: view.origin }}
          onClose={() => setDropping(false)}
        />
      )}
    </Panel>
  )
}
