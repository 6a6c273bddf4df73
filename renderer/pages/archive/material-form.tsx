import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../shared/contract.ts'
import type { Material } from '../../../shared/model/material.ts'
import { type FactKind, type Label, materialKinds } from '../../../shared/registry/registry.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useLabel } from '../../app/i18n.ts'
import { useAct } from '../../app/use-act.ts'
import { FactField } from '../../parts/fact-field.tsx'
import { SaveMark } from '../../parts/save-mark.tsx'

/** A label of the page's own texts, in the shape of the registry's. */
const sameLabel = (text: string): Label => ({ 'zh-CN': text, en: text })

type Props = { readonly material: Material; readonly disabled: boolean }

/** What is known about a paper. Whatever a person sets is confirmed by it. */
export function MaterialForm({ material, disabled }: Props) {
  const { t } = useTranslation()
  const labelOf = useLabel()
  const { sha256 } = material
  const [refused, setRefused] = useState(0)
  const describe = useAct('material.describe', { key: sha256 })
  const save = (change: Omit<Input<'material.describe'>, 'sha256'>) =>
    describe.mutate({ sha256, ...change })
  const kind = materialKinds.find(({ id }) => id === material.kind)
  const own = (key: string, type: FactKind['type'], lines?: number): FactKind => ({
    key,
    type,
    label: sameLabel(t(`archive:field.${key}`)),
    ...(lines ? { lines } : {}),
  })
  const guess = material.confirmed ? '' : t('archive:guess')
  return (
    <Stack spacing={2}>
      {!material.confirmed && (
        <Alert
          severity="info"
          action={
            disabled ? undefined : (
              <Button size="small" color="inherit" onClick={() => save({ confirm: 'all' })}>
                {t('archive:confirm')}
              </Button>
            )
          }
        >
          {t('archive:guess')}
        </Alert>
      )}
      <SaveMark state={describe.error ? 'failed' : describe.isPending ? 'saving' : 'saved'} />
      <FaultAlert error={describe.error} onClose={describe.reset} />
      <FactField
        key={refused}
        kind={own('name', 'text')}
        value={material.name}
        disabled={disabled}
        // A paper keeps its name: an emptied field shows it again.
        onSave={(name) => (name ? save({ name }) : setRefused(refused + 1))}
      />
      <TextField
        select
        label={t('archive:field.kind')}
        value={kind ? material.kind : ''}
        disabled={disabled}
        helperText={guess}
        onChange={(event) => save({ kind: event.target.value })}
      >
        {materialKinds.map(({ id, label }) => (
          <MenuItem key={id} value={id}>
            {labelOf(label)}
          </MenuItem>
        ))}
      </TextField>
      {kind?.facts.map((fact) => (
        <FactField
          key={`${kind.id}:${fact.key}`}
          kind={fact}
          value={material.facts[fact.key] ?? ''}
          disabled={disabled}
          hint={material.facts[fact.key] ? guess : ''}
          onSave={(value) => save({ facts: { [fact.key]: value } })}
        />
      ))}
      <FactField
        kind={own('validFrom', 'date')}
        value={material.validFrom ?? ''}
        disabled={disabled}
        onSave={(day) => save({ validFrom: day || null })}
      />
      <FactField
        kind={own('validTo', 'date')}
        value={material.validTo ?? ''}
        disabled={disabled}
        onSave={(day) => save({ validTo: day || null })}
      />
      <FactField
        kind={own('note', 'text', 2)}
        value={material.note}
        disabled={disabled}
        onSave={(note) => save({ note })}
      />
    </Stack>
  )
}
