import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../../shared/contract.ts'
import type { MaterialView } from '../../../../shared/model/material.ts'
import { type FactKind, type Label, materialKinds } from '../../../../shared/registry/registry.ts'
import { reasonText, troubleText } from '../../../../shared/text/extraction.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useLabel } from '../../../app/i18n.ts'
import { useAct } from '../../../app/use-act.ts'
import { FactField } from '../../../parts/fact-field.tsx'
import { SaveMark } from '../../../parts/save-mark.tsx'
import { FactNote, useExtractTexts } from './fact-note.tsx'
import { TagField } from './tag-field.tsx'

/** A label of the page's own texts, in the shape of the registry's. */
const sameLabel = (text: string): Label => ({ 'zh-CN': text, en: text })

type Save = (change: Omit<Input<'material.describe'>, 'sha256'>) => void
type PartProps = { readonly view: MaterialView; readonly disabled: boolean; readonly save: Save }

function useOwn() {
  const { t } = useTranslation()
  return (key: string, type: FactKind['type'], lines?: number): FactKind => ({
    key,
    type,
    label: sameLabel(t(`archive:field.${key}`)),
    ...(lines ? { lines } : {}),
  })
}

/** What a machine has to say of the paper as a whole: that it is to be checked, and what it missed. */
function Notice({ view, disabled, save }: PartProps) {
  const { t } = useTranslation()
  const texts = useExtractTexts()
  const read = useAct('material.facts', { key: view.material.sha256 })
  const { trouble = null, marks = [] } = view.reading ?? {}
  const confirmed = view.material.confirmed
  return (
    <>
      {!confirmed && (
        <Alert severity="info">
          {view.open.length > 0
            ? t('archive:guess.open', { count: view.open.length })
            : t('archive:guess')}
          {!disabled && (
            <Button
              size="small"
              color="inherit"
              sx={{ display: 'block', ml: -0.5 }}
              onClick={() => save({ confirm: 'all' })}
            >
              {t('archive:confirm')}
            </Button>
          )}
        </Alert>
      )}
      {trouble && (
        <Alert severity="warning">
          {troubleText(texts, trouble)}
          {!disabled && (
            <Button
              size="small"
              color="inherit"
              sx={{ display: 'block', ml: -0.5 }}
              loading={read.isPending}
              onClick={() => read.mutate({ sha256: view.material.sha256 })}
            >
              {t('archive:readAgain')}
            </Button>
          )}
        </Alert>
      )}
      {marks.map((mark) => (
        <Alert key={mark} severity="warning">
          {t(`extract:mark.${mark}`)}
        </Alert>
      ))}
    </>
  )
}

function Facts({ view, disabled, save }: PartProps) {
  const { t } = useTranslation()
  const texts = useExtractTexts()
  const labelOf = useLabel()
  const own = useOwn()
  const { material } = view
  const kind = materialKinds.find(({ id }) => id === material.kind)
  const note = (fact: string) => (
    <FactNote
      view={view}
      fact={fact}
      disabled={disabled}
      onConfirm={(key) => save({ confirm: [key] })}
    />
  )
  return (
    <>
      <TextField
        select
        label={t('archive:field.kind')}
        value={kind ? material.kind : ''}
        disabled={disabled}
        helperText={view.reason ? reasonText(texts, view.reason) : ''}
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
          hint={note(fact.key)}
          onSave={(value) => save({ facts: { [fact.key]: value } })}
        />
      ))}
      <FactField
        kind={own('validFrom', 'date')}
        value={material.validFrom ?? ''}
        disabled={disabled}
        hint={note('validFrom')}
        onSave={(day) => save({ validFrom: day || null })}
      />
      <FactField
        kind={own('validTo', 'date')}
        value={material.validTo ?? ''}
        disabled={disabled}
        hint={note('validTo')}
        onSave={(day) => save({ validTo: day || null })}
      />
    </>
  )
}

function Place({ view, disabled, save }: PartProps) {
  const own = useOwn()
  const { filing, material } = view
  return (
    <>
      <FactField
        kind={own('cabinet', 'text')}
        value={filing.cabinet}
        disabled={disabled}
        onSave={(cabinet) => save({ filing: { cabinet: cabinet.slice(0, 60) } })}
      />
      <FactField
        kind={own('archiveNumber', 'text')}
        value={filing.number}
        disabled={disabled}
        onSave={(number) => save({ filing: { number: number.slice(0, 60) } })}
      />
      <TagField
        value={filing.tags}
        disabled={disabled}
        onChange={(tags) => save({ filing: { tags: [...tags] } })}
      />
      <FactField
        kind={own('note', 'text', 2)}
        value={material.note}
        disabled={disabled}
        onSave={(note) => save({ note })}
      />
    </>
  )
}

type Props = { readonly view: MaterialView; readonly disabled: boolean }

/** What is known about a paper. Whatever a person sets is checked by it. */
export function MaterialForm({ view, disabled }: Props) {
  const own = useOwn()
  const { sha256, name } = view.material
  const [refused, setRefused] = useState(0)
  const describe = useAct('material.describe', { key: sha256 })
  const save: Save = (change) => describe.mutate({ sha256, ...change })
  return (
    <Stack spacing={2}>
      <Notice view={view} disabled={disabled} save={save} />
      <SaveMark state={describe.error ? 'failed' : describe.isPending ? 'saving' : 'saved'} />
      <FaultAlert error={describe.error} onClose={describe.reset} />
      <FactField
        key={refused}
        kind={own('name', 'text')}
        value={name}
        disabled={disabled}
        // A paper keeps its name: an emptied field shows it again.
        onSave={(next) => (next ? save({ name: next.slice(0, 200) }) : setRefused(refused + 1))}
      />
      <Facts view={view} disabled={disabled} save={save} />
      <Place view={view} disabled={disabled} save={save} />
    </Stack>
  )
}
