/** Controls that hold one string: text, figures with their unit, dates and months. */
import { useTranslation } from 'react-i18next'
import { GivenFigure } from '../../../parts/given-figure.tsx'
import { useFigure } from '../../../parts/use-figure.ts'
import { useTyped } from '../../../parts/use-typed.ts'
import {
  asText,
  type ControlProps,
  describedProps,
  givesUp,
  type PlainSpec,
  typingProps,
} from './control-props.ts'
import { plainDate } from './date-text.ts'
import { PaperInput, PaperText, PaperUnit } from './paper.tsx'

type Props = ControlProps<PlainSpec>

export function TextControl(props: Props) {
  const typed = useTyped(asText(props.value), props.onCommit, (text) => text.trim())
  return <PaperText rows={1} {...describedProps(props)} {...typingProps(typed)} />
}

/** The unit that a figure is kept in. */
export const unitOf = (spec: PlainSpec): string => spec.unit ?? (spec.type === 'percent' ? '%' : '')

/** Thousands separators while it is read, the plain figure while it is edited. */
export function FigureControl(props: Props) {
  const { spec, value, onCommit } = props
  const unit = unitOf(spec)
  const typed = useFigure(asText(value), unit, onCommit)
  return (
    <>
      <span style={{ display: 'flex', alignItems: 'center' }}>
        <PaperInput
          {...describedProps(props)}
          inputMode="decimal"
          autoComplete="off"
          style={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums', minWidth: 0 }}
          aria-label={unit && !spec.label.includes(unit) ? `${spec.label} (${unit})` : spec.label}
          value={typed.shown}
          onChange={(event) => typed.change(event.target.value)}
          onKeyDown={(event) => givesUp(event, typed.restore)}
          onFocus={typed.enter}
          onBlur={typed.leave}
        />
        {unit && <PaperUnit aria-hidden>{unit}</PaperUnit>}
      </span>
      {typed.given && <GivenFigure given={typed.given} value={asText(value)} unit={unit} />}
    </>
  )
}

/** A day or a month as an office writes it, kept as YYYY-MM-DD or YYYY-MM. */
export function DateControl(props: Props) {
  const { spec, value, onCommit } = props
  const { t } = useTranslation('application')
  const typed = useTyped(asText(value), onCommit, (text) => plainDate(spec.type, text))
  return (
    <PaperInput
      {...describedProps(props)}
      {...typingProps(typed)}
      autoComplete="off"
      placeholder={t(spec.type === 'month' ? 'form.monthHint' : 'form.dateHint')}
    />
  )
}
