/** Controls that hold one string: text, figures with their unit, dates and months. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figure } from '../../../app/format.ts'
import { useTyped } from '../../../parts/use-typed.ts'
import { asText, type ControlProps, type PlainSpec, typedProps } from './control-props.ts'
import { plainDate } from './date-text.ts'
import { plainNumber } from './number-text.ts'
import { PaperInput, PaperText, PaperUnit } from './paper.ts'

type Props = ControlProps<PlainSpec>

export function TextControl(props: Props) {
  const typed = useTyped(asText(props.value), props.onCommit, (text) => text.trim())
  return <PaperText rows={1} {...typedProps(props, typed)} />
}

/** Thousands separators while it is read, the plain figure while it is edited. */
export function FigureControl(props: Props) {
  const { spec, value, onCommit } = props
  const typed = useTyped(asText(value), onCommit, plainNumber, false)
  const [editing, setEditing] = useState(false)
  const unit = spec.unit ?? (spec.type === 'percent' ? '%' : '')
  return (
    <span style={{ display: 'flex', alignItems: 'center' }}>
      <PaperInput
        {...typedProps(props, typed)}
        inputMode="decimal"
        autoComplete="off"
        style={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', minWidth: 0 }}
        aria-label={unit ? `${spec.label} (${unit})` : spec.label}
        value={editing ? typed.text : figure(typed.text)}
        onFocus={() => setEditing(true)}
        onBlur={() => {
          setEditing(false)
          typed.leave()
        }}
      />
      {unit && <PaperUnit aria-hidden>{unit}</PaperUnit>}
    </span>
  )
}

/** A day or a month as an office writes it, kept as YYYY-MM-DD or YYYY-MM. */
export function DateControl(props: Props) {
  const { spec, value, onCommit } = props
  const { t } = useTranslation('application')
  const typed = useTyped(asText(value), onCommit, (text) => plainDate(spec.type, text), false)
  return (
    <PaperInput
      {...typedProps(props, typed)}
      autoComplete="off"
      placeholder={t(spec.type === 'month' ? 'form.monthHint' : 'form.dateHint')}
    />
  )
}
