/** What can be done with the chosen bundles: carry their opinions away. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '../../../shared/model/review.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { StateMark } from '../../parts/state-mark.tsx'

export function ChosenBar({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const { t } = useTranslation('review')
  const host = useHost()
  const save = useAct('review.saveOpinions')
  const table = useAct('review.saveSummary')
  if (rows.length === 0) return null
  const summarise = async (format: 'pdf' | 'xlsx') => {
    const name = `${t('summary.name')}.${format}`
    const place = await host.pickSave({ title: t(`summary.${format}`), name })
    const seqs = rows.map(({ seq }) => seq)
    if (place) table.mutate({ seqs, format, to: place.handle })
  }
  const carry = async () => {
    const folder = await host.pickFolder({ title: t('opinions.pick') })
    if (folder) save.mutate({ seqs: rows.map(({ seq }) => seq), to: folder.handle })
  }
  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <Typography variant="body2">{t('chosen', { count: rows.length })}</Typography>
        <Button variant="outlined" loading={save.isPending} onClick={() => void carry()}>
          {t('opinions.save')}
        </Button>
        {(['xlsx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            variant="outlined"
            loading={table.isPending}
            onClick={() => void summarise(format)}
          >
            {t(`summary.${format}`)}
          </Button>
        ))}
        {table.data && (
          <StateMark tone="good">{t('summary.saved', { count: table.data.rows })}</StateMark>
        )}
        {save.data && (
          <StateMark tone="good">
            {t('opinions.saved', { count: save.data.files.length })}
          </StateMark>
        )}
      </Stack>
      <FaultAlert error={save.error} onClose={save.reset} />
      <FaultAlert error={table.error} onClose={table.reset} />
    </Stack>
  )
}
