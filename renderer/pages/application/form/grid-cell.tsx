/** The cells of a form table: printed text, an answer with its marks, and the row's tools. */
import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
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

const headed = { bgcolor: 'action.hover', fontWeight: 600, textAlign: 'center' } as const

export function PrintedCell({ cell, colSpan, rowSpan, shown, muted }: Spans) {
  return (
    <TableCell
      {...(cell.head ? { component: 'th' as const } : {})}
      colSpan={colSpan}
      rowSpan={rowSpan}
      sx={[
        { px: '8px !important', py: '5px !important', whiteSpace: 'pre-line', lineHeight: 1.6 },
        cell.head ? headed : {},
        cell.number ? { textAlign: 'center' } : {},
        muted ? { color: 'text.secondary' } : {},
      ]}
    >
      {shown ?? cell.text}
    </TableCell>
  )
}

type EchoProps = Spans & { readonly label: string; readonly answer: string }

/** An answer that another place of the form asks for; says where as long as there is none. */
export function EchoCell({ answer, label, ...spans }: EchoProps) {
  const { t } = useTranslation('application')
  if (answer !== '') return <PrintedCell {...spans} shown={answer} />
  return <PrintedCell {...spans} muted shown={t('form.echo', { label })} />
}

export function ToolCell({ children }: { readonly children: ReactNode }) {
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
    <TableCell
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
      {cell.text && <Box sx={{ px: 1, pt: 0.5 }}>{cell.text}</Box>}
      {cell.hint && <Box sx={{ px: 1, pt: 0.5, color: 'text.secondary' }}>{cell.hint}</Box>}
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        {spec.required && <RequiredMark />}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Control
            spec={spec}
            value={value}
            other={asText(props.other)}
            describedBy={findings.length > 0 ? id : undefined}
            invalid={blocks(findings)}
            onCommit={(answer, typing) => put(spec.id, answer, typing)}
            onOther={(text, typing) => put(`${spec.id}.other`, text, typing)}
          />
        </Box>
      </Box>
      <CarriedMark
        carried={props.carried}
        value={value}
        onTake={(answer) => put(spec.id, answer)}
      />
      <DerivedMark
        derived={props.derived}
        value={value}
        agrees={!findings.some(({ code }) => code === 'field.derived')}
        onTake={(answer) => put(spec.id, answer)}
      />
      <ProofMark slot={'proof' in spec ? spec.proof : undefined} value={value} />
      <FieldFindings id={id} label={spec.label} findings={findings} />
    </TableCell>
  )
})

/** A click beside the text of a tall cell means its text. */
function focusInside({ target, currentTarget }: MouseEvent<HTMLElement>) {
  if (target !== currentTarget) return
  currentTarget.querySelector<HTMLElement>('textarea, input:not([type="checkbox"])')?.focus()
}

function RequiredMark() {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{ color: 'error.main', pl: 0.75, pt: 0.625, flex: 'none' }}
    >
      *
    </Box>
  )
}
