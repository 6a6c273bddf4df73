/** The ticks (□) of the official form: one of several, or any of several, with 其他 ____. */
import { useTranslation } from 'react-i18next'
import type { Option } from '../../../../shared/programme/form.ts'
import { useTyped } from '../../../parts/use-typed.ts'
import { asList, asText, type ControlProps, type PlainSpec, typingProps } from './control-props.ts'
import { PaperInput } from './paper.tsx'

type Props = ControlProps<PlainSpec>

/** One of several: a tick moves, and ticking it again takes it away. */
export function ChoiceControl(props: Props) {
  const chosen = asText(props.value)
  const toggle = (id: string) => props.onCommit(id === chosen ? '' : id)
  return <Ticks {...props} role="radiogroup" chosen={[chosen]} onToggle={toggle} />
}

/** Any of several, kept in the order in which the form prints them. */
export function ChoicesControl(props: Props) {
  const chosen = asList(props.value)
  const toggle = (id: string) => {
    const ticked = (option: Option) => (option.id === id) !== chosen.includes(option.id)
    props.onCommit((props.spec.options ?? []).filter(ticked).map((option) => option.id))
  }
  return <Ticks {...props} role="group" chosen={chosen} onToggle={toggle} />
}

type TicksProps = Props & {
  readonly role: 'group' | 'radiogroup'
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}

function Ticks({ spec, role, chosen, other, describedBy, onToggle, onOther }: TicksProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have support it
    <div role={role} aria-label={spec.label} aria-describedby={describedBy} className="paper-ticks">
      {(spec.options ?? []).map((option) => (
        <span key={option.id}>
          <label>
            <input
              type="checkbox"
              role={role === 'radiogroup' ? 'radio' : undefined}
              checked={chosen.includes(option.id)}
              onChange={() => onToggle(option.id)}
            />
            {option.label}
          </label>
          {option.other && <OtherText label={option.label} text={other} onCommit={onOther} />}
        </span>
      ))}
    </div>
  )
}

type OtherProps = {
  readonly label: string
  readonly text: string
  readonly onCommit: (text: string, typing: boolean) => void
}

function OtherText({ label, text, onCommit }: OtherProps) {
  const { t } = useTranslation('application')
  const typed = useTyped(text, onCommit, (written) => written.trim())
  return (
    <PaperInput
      aria-label={t('form.other', { option: label })}
      style={{ width: '12em', borderBottom: '1px solid currentColor', minHeight: 26 }}
      {...typingProps(typed)}
    />
  )
}
