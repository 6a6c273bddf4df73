/** Status with counts, and one box for name, code, id or pinyin initials. */
import SearchOutlined from '@mui/icons-material/SearchOutlined'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { type ReviewList, type ReviewStatus, reviewStatuses } from '../../../shared/model/review.ts'

type Props = {
  readonly text: string
  readonly status: ReviewStatus | null
  readonly counts: ReviewList['counts']
  readonly onText: (text: string) => void
  readonly onStatus: (status: ReviewStatus | null) => void
}

export function FilterBar({ text, status, counts, onText, onStatus }: Props) {
  const { t } = useTranslation('review')
  const all = reviewStatuses.reduce((sum, each) => sum + counts[each], 0)
  const chip = (each: ReviewStatus | null, label: string, count: number) => (
    <Chip
      key={each ?? 'all'}
      label={`${label} ${count}`}
      color={status === each ? 'primary' : 'default'}
      variant={status === each ? 'filled' : 'outlined'}
      aria-pressed={status === each}
      onClick={() => onStatus(each)}
    />
  )
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
      <Stack direction="row" spacing={1} sx={{ flexGrow: 1 }}>
        {chip(null, t('status.all'), all)}
        {reviewStatuses.map((each) => chip(each, t(`status.${each}`), counts[each]))}
      </Stack>
      <TextField
        value={text}
        placeholder={t('search')}
        onChange={(event) => onText(event.target.value)}
        sx={{ maxWidth: '22rem' }}
        slotProps={{
          htmlInput: { 'aria-label': t('search'), maxLength: 200 },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined />
              </InputAdornment>
            ),
          },
        }}
      />
    </Stack>
  )
}
