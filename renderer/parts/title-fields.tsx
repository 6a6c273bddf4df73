/** What is written down of a title: which, its level, its certificate and for how long it holds. */
import Autocomplete from '@mui/material/Autocomplete'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../shared/contract.ts'
import { titleLabel } from '../../shared/programme/label.ts'
import { useLabel } from '../app/i18n.ts'

export type Award = Input<'honour.add'>

type Props = {
  /** The titles that may be chosen. */
  readonly codes: readonly string[]
  readonly award: Award
  readonly onChange: (award: Award) => void
}

export function TitleFields({ codes, award, onChange }: Props) {
  const { t } = useTranslation('course')
  const labelOf = useLabel()
  const set = (change: Partial<Award>) => onChange({ ...award, ...change })
  return (
    <>
      <Autocomplete
        disableClearable
        autoHighlight
        options={codes}
        // None is chosen yet: MUI knows no empty value of a field that cannot be cleared.
        value={award.code || (null as unknown as string)}
        getOptionLabel={(code) => labelOf(titleLabel(code))}
        onChange={(_, code) => set({ code })}
        renderInput={(params) => <TextField {...params} required label={t('award.title')} />}
      />
      <Stack direction="row" spacing={2}>
        <TextField
          label={t('award.number')}
          value={award.number ?? ''}
          onChange={(event) => set({ number: event.target.value })}
          sx={{ flex: 1 }}
        />
        <TextField
          label={t('award.level')}
          value={award.level ?? ''}
          onChange={(event) => set({ level: event.target.value })}
          sx={{ width: '10rem', flex: 'none' }}
        />
      </Stack>
      <Stack direction="row" spacing={2}>
        <TextField
          required
          type="date"
          label={t('award.issued')}
          value={award.issued}
          onChange={(event) => set({ issued: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ flex: 1 }}
        />
        <TextField
          type="date"
          label={t('award.expires')}
          value={award.expires ?? ''}
          onChange={(event) => set({ expires: event.target.value || null })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ flex: 1 }}
        />
      </Stack>
    </>
  )
}
