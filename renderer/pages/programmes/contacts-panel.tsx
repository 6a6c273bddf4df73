/** Whom to call, and the original addresses as text to copy: this program opens none. */
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SourceNote } from '../../parts/source-note.tsx'

const columns = ['direction', 'office', 'name', 'phone', 'address'] as const

export function ContactsPanel({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('programmes')
  const shown = columns.filter((column) => pack.contacts.some((contact) => contact[column]))
  if (pack.contacts.length === 0 && pack.links.length === 0) return null
  return (
    <Panel title={t('contacts')}>
      {pack.contacts.length > 0 && (
        <Table size="small">
          <TableHead>
            <TableRow>
              {shown.map((column) => (
                <TableCell key={column}>{t(`contact.${column}`)}</TableCell>
              ))}
              <TableCell>{t('contact.source')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {pack.contacts.map((contact) => (
              <TableRow
                key={`${contact.direction}${contact.office}${contact.name}${contact.phone}`}
              >
                {shown.map((column) => (
                  <TableCell key={column}>
                    {column === 'phone' && contact.phone ? (
                      <CopyText text={contact.phone} />
                    ) : (
                      contact[column]
                    )}
                  </TableCell>
                ))}
                <TableCell>
                  <SourceNote pack={pack} source={contact.source} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {pack.links.map((link) => (
        <Box key={link.address} sx={{ mt: 1, typography: 'body2' }}>
          {t('link', { label: link.label })}
          <CopyText text={link.address} monospace />
          <SourceNote pack={pack} source={link.source} />
        </Box>
      ))}
    </Panel>
  )
}
