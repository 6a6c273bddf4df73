import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../../app/fault-text.tsx'
import { FactField } from '../../parts/fact-field.tsx'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { WritingDialog } from '../../parts/writing-dialog.tsx'
import { TagField } from './pane/tag-field.tsx'
import type { Bulk, ManyValues } from './use-bulk.ts'

type Props = {
  readonly sha256s: readonly string[]
  readonly bulk: Bulk
  readonly onClose: () => void
}

type Draft = {
  readonly addTags: readonly string[]
  readonly dropTags: readonly string[]
  readonly cabinet: string
  readonly number: string
  readonly validTo: string
  readonly note: string
}

const blank: Draft = { addTags: [], dropTags: [], cabinet: '', number: '', validTo: '', note: '' }

/** Only what was filled in is set. */
function valuesOf({ addTags, dropTags, cabinet, number, validTo, note }: Draft): ManyValues {
  const filing = {
    ...(cabinet.trim() ? { cabinet: cabinet.trim() } : {}),
    ...(number.trim() ? { number: number.trim() } : {}),
  }
  return {
    ...(addTags.length > 0 ? { addTags: [...addTags] } : {}),
    ...(dropTags.length > 0 ? { dropTags: [...dropTags] } : {}),
    ...(Object.keys(filing).length > 0 ? { filing } : {}),
    ...(validTo ? { validTo } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  }
}

/** The same values for many papers at once; what is left empty stays as it is. */
export function EditManyDialog({ sha256s, bulk, onClose }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(blank)
  const values = valuesOf(draft)
  const text = (key: 'cabinet' | 'number' | 'note', label: string, most: number) => (
    <TextField
      label={t(`archive:field.${label}`)}
      value={draft[key]}
      slotProps={{ htmlInput: { maxLength: most } }}
      onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
    />
  )
  const ends = t('archive:field.validTo')
  return (
    <WritingDialog maxWidth="xs" onClose={onClose} aria-labelledby="many-title">
      <DialogTitle id="many-title">
        {t('archive:many.title', { count: sha256s.length })}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{t('archive:many.about')}</DialogContentText>
          <TagField
            label={t('archive:many.addTags')}
            value={draft.addTags}
            onChange={(addTags) => setDraft({ ...draft, addTags })}
          />
          <TagField
            label={t('archive:many.dropTags')}
            value={draft.dropTags}
            onChange={(dropTags) => setDraft({ ...draft, dropTags })}
          />
          {text('cabinet', 'cabinet', 60)}
          {text('number', 'archiveNumber', 60)}
          <FactField
            kind={{ key: 'validTo', type: 'date', label: { 'zh-CN': ends, en: ends } }}
            value={draft.validTo}
            onSave={(validTo) => setDraft({ ...draft, validTo })}
          />
          {text('note', 'note', 2000)}
          <FaultAlert error={bulk.failed?.error ?? null} onClose={() => bulk.failed?.reset()} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <ReasonButton
          variant="contained"
          reason={Object.keys(values).length > 0 ? null : t('archive:many.empty')}
          loading={bulk.busy}
          onClick={() => bulk.set(sha256s, values, onClose)}
        >
          {t('archive:many.set')}
        </ReasonButton>
      </DialogActions>
    </WritingDialog>
  )
}
