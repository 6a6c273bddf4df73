import ArticleIcon from '@mui/icons-material/ArticleOutlined'
import ReportIcon from '@mui/icons-material/ReportOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/model/finding.ts'
import type { Pack } from '../../shared/programme/pack.ts'
import type { PackSource } from '../../shared/programme/source.ts'

type Props = { readonly pack: Pack; readonly source: Source | PackSource }

/** Where something stands in the notice: document, clause, line and the words themselves, one click away. */
export function SourceNote({ pack, source }: Props) {
  const { t } = useTranslation()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const document = pack.documents.find(({ id }) => id === source.document)
  const doubts = pack.dataNotes.filter(
    (note) =>
      'quote' in source &&
      note.source.document === source.document &&
      note.source.line === source.line &&
      // A line of the document can be long: the doubt is about the very words.
      (note.source.quote.includes(source.quote) || source.quote.includes(note.source.quote)),
  )
  const name = t(doubts.length > 0 ? 'programmes:source.doubt' : 'programmes:source', {
    clause: source.clause,
  })
  const Icon = doubts.length > 0 ? ReportIcon : ArticleIcon
  return (
    <>
      <IconButton
        size="small"
        aria-label={name}
        title={name}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon fontSize="inherit" color={doubts.length > 0 ? 'warning' : 'inherit'} />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <Box sx={{ p: 2, maxWidth: '28rem' }}>
          <Typography variant="h3">{document?.title ?? source.document}</Typography>
          {document?.number && <Typography variant="body2">{document.number}</Typography>}
          <Typography variant="body2" color="textSecondary">
            {t('programmes:source.place', { clause: source.clause, line: source.line })}
          </Typography>
          {'quote' in source && (
            <Typography
              variant="body2"
              sx={{ mt: 1, pl: 1, borderLeft: 3, borderColor: 'divider' }}
            >
              {source.quote}
            </Typography>
          )}
          {doubts.map((note) => (
            <Typography key={note.text} variant="body2" sx={{ mt: 1 }}>
              {t('programmes:source.note', { text: note.text })}
            </Typography>
          ))}
          {'status' in source && (
            <Typography variant="caption" color="textSecondary">
              {t(`terms:status.${source.status}`)}
            </Typography>
          )}
        </Box>
      </Popover>
    </>
  )
}
