import ExpandMore from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import shipped from './licences.json' with { type: 'json' }

/** The free software and the faces inside the product. */
export function Licences() {
  const { t } = useTranslation()
  return (
    <Accordion variant="outlined" disableGutters>
      <AccordionSummary expandIcon={<ExpandMore />} sx={{ typography: 'body2' }}>
        {t('settings:licences.title', { count: shipped.length })}
      </AccordionSummary>
      <AccordionDetails>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('settings:licences.name')}</TableCell>
              <TableCell>{t('settings:licences.licence')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shipped.map(({ name, licence }) => (
              <TableRow key={name}>
                <TableCell>{name}</TableCell>
                <TableCell>{licence}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </AccordionDetails>
    </Accordion>
  )
}
