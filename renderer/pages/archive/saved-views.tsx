import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../../../shared/model/catalogue.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { useLabel } from '../../app/i18n.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { AskDialog } from '../../parts/ask-dialog.tsx'
import { Facet, FacetGroup } from './facet.tsx'
import type { Filter } from './use-material-page.ts'

type Props = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void }

/** What a person would call a filter, as far as it can be guessed: 年度审计报告 2021–2023. */
function useGuess(filter: Filter): string {
  const labelOf = useLabel()
  const kind = materialKinds.find(({ id }) => id === filter.kind)
  const { year, yearFrom, yearTo, text, tag, cabinet } = filter
  const years = [yearFrom, yearTo].filter((each) => each !== undefined).join('–')
  return [kind && labelOf(kind.label), year ? String(year) : years, tag, cabinet, text]
    .filter(Boolean)
    .join(' ')
}

type DialogProps = { readonly filter: Filter; readonly onClose: () => void }

function SaveDialog({ filter, onClose }: DialogProps) {
  const { t } = useTranslation()
  const save = useAct('view.save')
  const guess = useGuess(filter)
  const [name, setName] = useState(guess)
  return (
    <AskDialog
      title={t('archive:view.save')}
      go={t('archive:view.keep')}
      reason={name.trim() ? null : t('archive:view.needsName')}
      act={save}
      onGo={() => save.mutate({ name: name.trim(), filter }, { onSuccess: onClose })}
      onClose={onClose}
      maxWidth="xs"
    >
      <TextField
        autoFocus
        fullWidth
        label={t('archive:view.name')}
        value={name}
        slotProps={{ htmlInput: { maxLength: 60 } }}
        onChange={(event) => setName(event.target.value)}
      />
    </AskDialog>
  )
}

/** Filters compare by what they ask, whatever their order; what asks nothing does not count. */
const asked = (filter: Filter): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([key, value]) => value !== undefined && !(key === 'deleted' && value === false))
      .toSorted(([a], [b]) => a.localeCompare(b)),
  )

/** Filters under a name, with counts; and a way to keep the one that is set. */
export function SavedViews({ filter, onFilter }: Props) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { data: views = [] } = useAsk('view.list', {})
  const drop = useAct('view.drop')
  const [saving, setSaving] = useState(false)
  const now = asked(filter)
  const isNew = now !== '[]' && !views.some((view) => asked(view.filter) === now)
  if (views.length === 0 && (!isNew || readOnly)) return null
  const line = (view: SavedView) => (
    <Box key={view.name} sx={{ display: 'flex' }}>
      <Facet
        label={view.name}
        count={view.count}
        chosen={asked(view.filter) === now}
        onClick={() => onFilter(asked(view.filter) === now ? {} : view.filter)}
      />
      {!readOnly && (
        <IconButton
          size="small"
          aria-label={t('archive:view.drop', { name: view.name })}
          onClick={() => drop.mutate({ name: view.name })}
        >
          <CloseOutlined fontSize="inherit" />
        </IconButton>
      )}
    </Box>
  )
  return (
    <FacetGroup title={t('archive:view.title')}>
      {views.map(line)}
      {isNew && !readOnly && (
        <Facet
          label={t('archive:view.save')}
          chosen={false}
          icon={<BookmarkAddOutlined fontSize="small" />}
          onClick={() => setSaving(true)}
        />
      )}
      {saving && <SaveDialog filter={filter} onClose={() => setSaving(false)} />}
    </FacetGroup>
  )
}
