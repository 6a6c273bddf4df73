import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ScreenId } from './screens.ts'

const keys = ['Ctrl+K', 'Ctrl+I', 'Ctrl+S', 'F1'] as const

type Props = { readonly screen: ScreenId; readonly open: boolean; readonly onClose: () => void }

/** What this screen is for and which keys it knows. */
export function Help({ screen, open, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{t('frame:help.title', { screen: t(`frame:screen.${screen}`) })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{t(`frame:help.${screen}`)}</Typography>
        <Table size="small">
          <TableBody>
            {keys.map((key) => (
              <TableRow key={key}>
                <TableCell component="th" scope="row" sx={{ width: '7rem' }}>
                  {key}
                </TableCell>
                <TableCell>{t(`frame:key.${key}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
