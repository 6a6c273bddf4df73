/** The opinions that were issued on a bundle, and the way out for the newest. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { JudgementView } from '../../../shared/model/review.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { instant } from '../../app/format.ts'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { StateMark } from '../../parts/state-mark.tsx'

export function IssuedList({ view }: { readonly view: JudgementView }) {
  const { t } = useTranslation('review')
  const host = useHost()
  const save = useAct('review.saveOpinions', { key: String(view.seq) })
  if (view.opinions.length === 0) return null
  const carry = async () => {
    const folder = await host.pickFolder({ title: t('opinions.pick') })
    if (folder) save.mutate({ seqs: [view.seq], to: folder.handle })
  }
  return (
    <Stack spacing={1}>
      <Typography variant="h3">{t('issued.title')}</Typography>
      {view.opinions.map(({ number, opinionId, opinion }) => (
        <Typography key={number} variant="body2">
          {t(`opinion:verdict.${opinion.verdict}`)} · {instant(opinion.issuedAt)} · {opinionId}
        </Typography>
      ))}
      <Button variant="outlined" loading={save.isPending} onClick={() => void carry()}>
        {t('opinions.save')}
      </Button>
      {save.data && (
        <StateMark tone="good">{t('opinions.saved', { count: save.data.files.length })}</StateMark>
      )}
      <FaultAlert error={save.error} onClose={save.reset} />
    </Stack>
  )
}
