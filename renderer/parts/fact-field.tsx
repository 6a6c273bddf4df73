import Autocomplete from '@mui/material/Autocomplete'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FactKind, regions } from '../../shared/registry/registry.ts'
import { figure } from '../../shared/text/figure.ts'
import { useLabel } from '../app/i18n.ts'
import { factText } from './fact-text.ts'
import { regionPath } from './region-path.ts'
import { useTyped } from './use-typed.ts'

type Props = {
  readonly kind: FactKind
  readonly value: string
  /** Called with what is to be kept, when the person leaves the field. */
  readonly onSave: (value: string) => void
  readonly disabled?: boolean
  /** A remark under the field, where nothing is wrong. */
  readonly hint?: ReactNode
}

function TypedFact({ kind, value, onSave, disabled = false, hint }: Props) {
  const { t } = useTranslation()
  const [active, setActive] = useState(false)
  const save = (text: string) => {
    const { kept } = factText(kind.type, text, kind.unit)
    if (kept !== null && kept !== value) onSave(kept)
  }
  const shape = (text: string) => factText(kind.type, text, kind.unit).kept ?? text
  const typed = useTyped(value, save, shape, false)
  const { wrong } = factText(kind.type, typed.text, kind.unit)
  const isFigure = kind.type === 'money' || kind.type === 'number'
  // A year is a number without separators: only amounts get them.
  const shown = kind.type === 'money' && !active ? figure(typed.text) : typed.text
  const unit = kind.unit && (
    <InputAdornment position="end">{t(`frame:unit.${kind.unit}`, kind.unit)}</InputAdornment>
  )
  return (
    <TextField
      label={useLabel()(kind.label)}
      value={shown}
      disabled={disabled}
      error={wrong !== null && !active}
      helperText={wrong !== null && !active ? t(`frame:fact.wrong.${wrong}`) : hint}
      placeholder={kind.type === 'date' && active ? t('frame:fact.datePlaceholder') : ''}
      {...(kind.lines ? { multiline: true, minRows: kind.lines, maxRows: 16 } : {})}
      onFocus={() => setActive(true)}
      onChange={(event) => typed.change(event.target.value)}
      onBlur={() => {
        setActive(false)
        typed.leave()
      }}
      slotProps={{
        htmlInput: { inputMode: isFigure ? 'decimal' : 'text', maxLength: 2000 },
        input: { endAdornment: unit },
      }}
    />
  )
}

/** An enterprise sits in a place of the nation, not in 全国. */
const places = regions.map(({ code }) => code).filter((code) => code !== '100000')

function RegionFact({ kind, value, onSave, disabled = false, hint }: Props) {
  const { t } = useTranslation()
  const unknown = value !== '' && !regions.some(({ code }) => code === value)
  const label = useLabel()(kind.label)
  return (
    <Autocomplete
      freeSolo
      autoHighlight
      autoSelect
      fullWidth
      disabled={disabled}
      options={places}
      value={value || null}
      getOptionLabel={regionPath}
      onChange={(_, code) => onSave(code ?? '')}
      renderInput={(input) => (
        <TextField
          {...input}
          label={label}
          helperText={unknown ? t('frame:fact.regionUnknown') : hint}
        />
      )}
    />
  )
}

function ChoiceFact({ kind, value, onSave, disabled = false, hint }: Props) {
  const { t } = useTranslation()
  const labelOf = useLabel()
  return (
    <TextField
      select
      label={labelOf(kind.label)}
      value={value}
      disabled={disabled}
      helperText={hint}
      onChange={(event) => onSave(event.target.value)}
    >
      <MenuItem value="">{t('frame:fact.none')}</MenuItem>
      {kind.options?.map(({ id, label }) => (
        <MenuItem key={id} value={id}>
          {labelOf(label)}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** The control for a fact of the registry: text, date, amount, code, region or choice. */
export function FactField(props: Props) {
  if (props.kind.type === 'region') return <RegionFact {...props} />
  if (props.kind.type === 'choice') return <ChoiceFact {...props} />
  return <TypedFact {...props} />
}
