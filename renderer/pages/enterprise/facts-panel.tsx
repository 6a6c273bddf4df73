import Box from '@mui/material/Box'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import type { FactGroup } from '../../../shared/registry/registry.ts'
import { useLabel } from '../../app/i18n.ts'
import { ConflictNotes, useConflicts } from '../../parts/conflict-notes.tsx'
import { FactField } from '../../parts/fact-field.tsx'
import { Panel } from '../../parts/panel.tsx'

type Props = {
  readonly group: FactGroup
  readonly view: EnterpriseView
  readonly disabled: boolean
  readonly onSave: (key: string, value: string) => void
}

/** One group of basic facts. */
export function FactsPanel({ group, view, disabled, onSave }: Props) {
  const conflicts = useConflicts()
  return (
    <Panel title={useLabel()(group.label)}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(17rem, 1fr))',
          alignItems: 'start',
        }}
      >
        {group.facts.map((kind) => (
          <Box key={kind.key} sx={kind.lines ? { gridColumn: '1 / -1' } : {}}>
            <FactField
              kind={kind}
              value={view.facts[kind.key] ?? ''}
              disabled={disabled}
              onSave={(value) => onSave(kind.key, value)}
            />
            <ConflictNotes conflicts={conflicts.filter(({ key }) => key === `fact:${kind.key}`)} />
          </Box>
        ))}
      </Box>
    </Panel>
  )
}
