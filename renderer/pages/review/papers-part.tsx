/** The materials slot by slot, as the notice lists them; a click shows the paper beside the text. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ReviewPaper } from '../../../shared/model/review.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { fileSize } from '../../app/format.ts'
import { StateMark } from '../../parts/state-mark.tsx'
import { useReading } from './reading-context.ts'
import { ReasonMark } from './reason-mark.tsx'

type Listed = { readonly id: string; readonly title: string }

/** The slots of the pack; of a bundle without one, those that its papers name. */
function useSlots(): readonly Listed[] {
  const { pack, papers, row } = useReading().reading
  if (pack) return slotsOf(pack, row.track)
  return [...new Set(papers.map(({ slot }) => slot))].map((id) => ({ id, title: id }))
}

function PaperLine({ paper }: { readonly paper: ReviewPaper }) {
  const { t } = useTranslation('review')
  const { onPaper } = useReading()
  const { slot, sha256, name, size, validTo } = paper
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <Link
        component="button"
        variant="body2"
        onClick={() => onPaper(paper)}
        sx={{ textAlign: 'left' }}
      >
        {name}
      </Link>
      <Typography variant="caption" color="textSecondary">
        {fileSize(size)}
        {validTo !== null && ` · ${t('paper.validTo', { day: validTo })}`}
      </Typography>
      <ReasonMark
        at={{ place: { step: 'materials', ref: slot }, label: name, material: { sha256, name } }}
      />
    </Stack>
  )
}

export function PapersPart() {
  const { t } = useTranslation('review')
  const { papers, waivers } = useReading().reading
  return useSlots().map(({ id, title }) => {
    const own = papers.filter(({ slot }) => slot === id)
    const waived = waivers[id]
    return (
      <Box key={id} data-slot={id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <Typography variant="h3" sx={{ flexGrow: 1 }}>
            {title}
          </Typography>
          <ReasonMark
            at={{ place: { step: 'materials', ref: id }, label: title, material: null }}
          />
        </Stack>
        {own.map((paper) => (
          <PaperLine key={paper.path} paper={paper} />
        ))}
        {own.length === 0 &&
          (waived ? (
            <StateMark tone="none">{t('paper.waived', { reason: waived })}</StateMark>
          ) : (
            <StateMark tone="unknown">{t('paper.none')}</StateMark>
          ))}
      </Box>
    )
  })
}
