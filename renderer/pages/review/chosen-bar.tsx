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
  if (rows.length === 0) return null
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
        {save.data && (
          <StateMark tone="good">
            {t('opinions.saved', { count: save.data.files.length })}
          </StateMark>
        )}
      </Stack>
      <FaultAlert error={save.error} onClose={save.reset} />
    </Stack>
  )
}
