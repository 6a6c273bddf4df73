/** A heading of the notice and what stands under it, each with its source. */
import Box from '@mui/material/Box'
import type { Pack } from '../../../shared/programme/pack.ts'
import type { PackSource } from '../../../shared/programme/source.ts'
import { Panel } from '../../parts/panel.tsx'
import { SourceNote } from '../../parts/source-note.tsx'

export type Sourced = { readonly text: string; readonly source: PackSource }

type ListProps = {
  readonly items: readonly Sourced[]
  readonly pack: Pack
  readonly ordered?: boolean
}

export function SourcedList({ items, pack, ordered = false }: ListProps) {
  return (
    <Box component={ordered ? 'ol' : 'ul'} sx={{ m: 0, pl: 3, '& li': { my: 0.5 } }}>
      {items.map((item) => (
        <li key={item.text}>
          {item.text}
          <SourceNote pack={pack} source={item.source} />
        </li>
      ))}
    </Box>
  )
}

export function SourcedPanel({ title, ...list }: ListProps & { readonly title: string }) {
  if (list.items.length === 0) return null
  return (
    <Panel title={title}>
      <SourcedList {...list} />
    </Panel>
  )
}
