/**
 * The one map from field kind to control ([Note: Field kinds] in `shared/programme/form.ts`). Text
 * columns, figures and ticks of repeating tables are drawn by the same controls.
 */
import type { ComponentType } from 'react'
import type { ControlProps, Spec } from './control-props.ts'
import { NarrativeControl } from './narrative-control.tsx'
import { TableControl } from './table-control.tsx'
import { DateControl, FigureControl, TextControl } from './text-control.tsx'
import { ChoiceControl, ChoicesControl } from './tick-control.tsx'

type ControlOf<K extends Spec['type']> = ComponentType<ControlProps<Extract<Spec, { type: K }>>>

const controls: { readonly [K in Spec['type']]: ControlOf<K> } = {
  text: TextControl,
  number: FigureControl,
  money: FigureControl,
  percent: FigureControl,
  date: DateControl,
  month: DateControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  narrative: NarrativeControl,
  table: TableControl,
}

export function Control(props: ControlProps) {
  const Kind = controls[props.spec.type] as ComponentType<ControlProps>
  return <Kind {...props} />
}
