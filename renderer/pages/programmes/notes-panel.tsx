/** Where the document contradicts itself or is visibly wrong: said, never silently mended. */
import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { SourcedList } from './sourced-panel.tsx'

/** A few notes are read at once; many would push the programme itself off the screen. */
const shownAtOnce = 6

export function NotesPanel({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('programmes')
  if (pack.dataNotes.length === 0) return null
  return (
    <Accordion
      variant="outlined"
      disableGutters
      defaultExpanded={pack.dataNotes.length <= shownAtOnce}
    >
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <StateMark tone="info">{t('notes', { count: pack.dataNotes.length })}</StateMark>
      </AccordionSummary>
      <AccordionDetails sx={{ typography: 'body2' }}>
        <SourcedList items={pack.dataNotes} pack={pack} />
      </AccordionDetails>
    </Accordion>
  )
}
