import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../../app/use-ask.ts'

type Props = {
  readonly value: readonly string[]
  readonly disabled?: boolean
  readonly onChange: (tags: readonly string[]) => void
  readonly label?: string
}

/** Tags as chips; those that the archive knows are offered, a new one is typed. */
export function TagField({ value, disabled = false, onChange, label }: Props) {
  const { t } = useTranslation()
  const facets = useAsk('material.facets', {})
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      size="small"
      disabled={disabled}
      options={Object.keys(facets.data?.tags ?? {}).toSorted()}
      value={[...value]}
      onChange={(_, tags) =>
        onChange([...new Set(tags.map((tag) => tag.trim().slice(0, 60)).filter(Boolean))])
      }
      renderInput={(input) => <TextField {...input} label={label ?? t('archive:field.tags')} />}
    />
  )
}
