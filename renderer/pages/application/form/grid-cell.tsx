/** The cells of a form table: printed text, an answer with its marks, and the row's tools. */
import { type MouseEvent, memo, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Derived } from '../../../../shared/model/application.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { Answer, Cell } from '../../../../shared/programme/form.ts'
import { CarriedMark } from './carried-mark.tsx'
import { Control } from './control.tsx'
import type { Spec } from './control-props.ts'
import { asText } from './control-props.ts'
import { DerivedMark } from './derived-mark.tsx'
import { blocks, FieldFindings } from './field-findings.tsx'
import type { FormAccess } from './form-context.ts'
import { ProofMark } from './proof-mark.tsx'
import type { CellValue } from './rows.ts'

type Spans = {
  readonly cell: Cell
  readonly colSpan: number
  readonly rowSpan: number
  /** What stands there instead of the cell's own text: a row's number, an answer given elsewhere. */
  readonly shown?: string
  readonly muted?: boolean
}

export function PrintedCell({ cell, colSpan, rowSpan, shown, muted }: Spans) {
  const Cell = cell.head ? 'th' : 'td'
  const looks = [cell.head && 'head', cell.number && 'number', muted && 'muted']
  return (
    <Cell
      colSpan={colSpan}
      rowSpan={rowSpan}
      className={['paper-printed', ...looks].filter(Boolean).join(' ')}
    >
      {shown ?? cell.text}
    </Cell>
  )
}

type EchoProps = Spans & { readonly label: string; readonly answer: string }

/** An answer that another place of the form asks for; says where as long as there is none. */
export function EchoCell({ answer, label, ...spans }: EchoProps) {
  const { t } = useTranslation('application')
  if (answer !== '') return <PrintedCell {...spans} shown={answer} />
  return <PrintedCell {...spans} muted shown={t('form.echo', { label })} />
}

export function ToolCell({ children }: { readonly children?: ReactNode }) {
  return <td className="tools">{children}</td>
}

type AnswerProps = Spans & {
  /** Where it stands in its grid, for the keys that move between cells. */
  readonly line: number
  readonly at: number
  readonly spec: Spec
  /** Id of the field or of the repeating table; `row` is the row in the latter. */
  readonly place: string
  readonly row?: number
  readonly value: Answer | undefined
  readonly other: Answer | undefined
  readonly carried?: Answer | undefined
  readonly derived?: Derived | undefined
  readonly findings: readonly Finding[]
  readonly commit?: FormAccess['commit']
  readonly commitCell?: FormAccess['commitCell']
}

export const AnswerCell = memo(function AnswerCell(props: AnswerProps) {
  const { cell, colSpan, rowSpan, spec, place, row, value, findings } = props
  const id = useId()
  const put = (key: string, answer: Answer, typing = false) => {
    if (row === undefined) return props.commit?.(place + key.slice(spec.id.length), answer, typing)
    props.commitCell?.({ table: place, row, column: key }, answer as CellValue, typing)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys reach the control inside by themselves
    <td
      colSpan={colSpan}
      rowSpan={rowSpan}
      data-place={place}
      data-row={row}
      data-column={row === undefined ? undefined : spec.id}
      data-line={props.line}
      data-at={props.at}
      data-span={colSpan}
      onClick={focusInside}
    >
      {cell.text && <div className="paper-said">{cell.text}</div>}
      {cell.hint && <div className="paper-said hint">{cell.hint}</div>}
      <div className="paper-answer">
        {spec.required && (
          <span aria-hidden className="paper-required">
            *
          </span>
        )}
        <div>
          <Control
            spec={spec}
            value={value}
            other={asText(props.other)}
            describedBy={findings.length > 0 ? id : undefined}
            invalid={blocks(findings)}
            onCommit={(answer, typing) => put(spec.id, answer, typing)}
            onOther={(text, typing) => put(`${spec.id}.other`, text, typing)}
          />
        </div>
      </div>
      {props.carried !== undefined && (
        <CarriedMark
          carried={props.carried}
          value={value}
          onTake={(answer) => put(spec.id, answer)}
        />
      )}
      {props.derived && (
        <DerivedMark
          derived={props.derived}
          value={value}
          agrees={!findings.some(({ code }) => code === 'field.derived')}
          onTake={(answer) => put(spec.id, answer)}
        />
      )}
      {'proof' in spec && spec.proof !== undefined && <ProofMark slot={spec.proof} value={value} />}
      <FieldFindings id={id} label={spec.label} findings={findings} />
    </td>
  )
})

/** A click beside the text of a tall cell means its text. */
function focusInside({ target, currentTarget }: MouseEvent<HTMLElement>) {
  if (target !== currentTarget) return
  currentTarget.querySelector<HTMLElement>('textarea, input:not([type="checkbox"])')?.focus()
}
