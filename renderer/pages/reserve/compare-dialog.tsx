/** Two states side by side: versions of one application, or two of a programme. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../shared/contract.ts'
import type { ApplicationRow } from '../../../shared/model/application.ts'
import { instant } from '../../app/format.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { DifferenceTable } from '../../parts/difference-table.tsx'

type Props = {
  readonly row: ApplicationRow
  readonly others: readonly ApplicationRow[]
  readonly onClose: () => void
}

type Side = Input<'snapshot.compare'>['before']
type Choice = { readonly key: string; readonly label: string; readonly side: Side }

/** The states that can be chosen: applications as they stand now, and this one's kept versions. */
function useChoices({ row, others }: Omit<Props, 'onClose'>) {
  const { t } = useTranslation('reserve')
  const { data, isPending } = useAsk('application.open', { id: row.id })
  const now: readonly Choice[] = [row, ...others].map(({ id, edition, state }) => ({
    key: id,
    label: t('compare.now', { edition, state: t(`terms:state.${state}`) }),
    side: { application: id },
  }))
  const kept: readonly Choice[] = (data?.snapshots ?? []).map(({ id, purpose, at, code }) => ({
    key: id,
    label: t('compare.version', { purpose: t(`purpose.${purpose}`), at: instant(at), code }),
    side: { snapshot: id },
  }))
  return { choices: [...now, ...kept], isPending }
}

/** The application beside its neighbour of another year, the earlier one at the left. */
function firstSides(row: ApplicationRow, others: readonly ApplicationRow[]) {
  const [other] = others.toSorted(
    (a, b) => Math.abs(a.year - row.year) - Math.abs(b.year - row.year),
  )
  if (!other) return ['', row.id] as const
  return other.year > row.year ? ([row.id, other.id] as const) : ([other.id, row.id] as const)
}

export function CompareDialog({ row, others, onClose }: Props) {
  const { t } = useTranslation('reserve')
  const { choices, isPending } = useChoices({ row, others })
  const [older, newer] = firstSides(row, others)
  const [left, setLeft] = useState(older)
  const [right, setRight] = useState(newer)
  const before = choices.find(({ key }) => key === left) ?? choices.find(({ key }) => key !== right)
  const after = choices.find(({ key }) => key === right)
  return (
    <Dialog open fullWidth maxWidth="lg" onClose={onClose} aria-labelledby="compare-title">
      <DialogTitle id="compare-title">{t('compare.title', { title: row.title })}</DialogTitle>
      <DialogContent>
        {before && after && (
          <>
            <Stack direction="row" spacing={2} sx={{ py: 1 }}>
              <SideChoice
                label={t('compare.left')}
                chosen={before}
                all={choices.filter(({ key }) => key !== after.key)}
                onChoose={setLeft}
              />
              <SideChoice
                label={t('compare.right')}
                chosen={after}
                all={choices.filter(({ key }) => key !== before.key)}
                onChoose={setRight}
              />
            </Stack>
            <Differences before={before.side} after={after.side} />
          </>
        )}
        {!before && !isPending && <DialogContentText>{t('compare.single')}</DialogContentText>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

type SideProps = {
  readonly label: string
  readonly chosen: Choice
  readonly all: readonly Choice[]
  readonly onChoose: (key: string) => void
}

const SideChoice = ({ label, chosen, all, onChoose }: SideProps) => (
  <TextField
    select
    size="small"
    label={label}
    value={chosen.key}
    onChange={(event) => onChoose(event.target.value)}
    sx={{ flex: 1 }}
  >
    {all.map((each) => (
      <MenuItem key={each.key} value={each.key}>
        {each.label}
      </MenuItem>
    ))}
  </TextField>
)

function Differences(sides: { readonly before: Side; readonly after: Side }) {
  const { t } = useTranslation('reserve')
  const ask = useAsk('snapshot.compare', sides)
  return (
    <Asked ask={ask}>
      {({ differences }) => (
        <DifferenceTable differences={differences} label={t('compare.title', { title: '' })} />
      )}
    </Asked>
  )
}
