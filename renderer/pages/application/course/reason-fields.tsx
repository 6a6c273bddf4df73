/** The reasons of a return, each at its place; a cell is named by its row and column. */
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import Autocomplete from '@mui/material/Autocomplete'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type TodoKind, todoKinds, wholeApplication } from '../../../../shared/model/course.ts'
import { fieldOf } from '../../../../shared/programme/label.ts'
import { useApplication } from '../application-context.ts'
import { keyOfPlace, placesOf } from './places.ts'
import type { CourseDraft, Reason } from './use-record-course.ts'

type Props = {
  readonly draft: CourseDraft
  readonly onChange: (change: Partial<CourseDraft>) => void
}

export function ReasonFields({ draft, onChange }: Props) {
  const { t } = useTranslation('course')
  const { reasons } = draft
  const put = (reason: Reason) =>
    onChange({ reasons: reasons.map((each) => (each.key === reason.key ? reason : each)) })
  const add = () => {
    const key = Math.max(0, ...reasons.map((each) => each.key)) + 1
    const fresh: Reason = { key, place: wholeApplication, kind: 'incorrect', text: '' }
    onChange({ reasons: [...reasons, fresh] })
  }
  return (
    <Stack spacing={1.5} role="group" aria-label={t('reasons')}>
      {reasons.map((reason) => (
        <ReasonLine
          key={reason.key}
          reason={reason}
          onChange={put}
          onRemove={() => onChange({ reasons: reasons.filter(({ key }) => key !== reason.key) })}
        />
      ))}
      <Button size="small" variant="outlined" onClick={add} sx={{ alignSelf: 'flex-start' }}>
        {t('reason.add')}
      </Button>
    </Stack>
  )
}

type LineProps = {
  readonly reason: Reason
  readonly onChange: (reason: Reason) => void
  readonly onRemove: () => void
}

function ReasonLine({ reason, onChange, onRemove }: LineProps) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const places = useMemo(() => placesOf(view), [view])
  const chosen = places.find(({ place }) => keyOfPlace(place) === keyOfPlace(reason.place))
  return (
    <Stack
      direction="row"
      spacing={1}
      sx={{ alignItems: 'flex-start', flexWrap: 'wrap', rowGap: 1 }}
    >
      <Autocomplete
        size="small"
        disableClearable
        options={places}
        {...(chosen ? { value: chosen } : {})}
        groupBy={({ place }) => t(`terms:step.${place.step}`)}
        getOptionLabel={({ label }) => label}
        getOptionKey={({ place }) => keyOfPlace(place)}
        isOptionEqualToValue={(a, b) => keyOfPlace(a.place) === keyOfPlace(b.place)}
        onChange={(_, { place }) => onChange({ ...reason, place })}
        renderInput={(params) => <TextField {...params} label={t('reason.place')} />}
        sx={{ width: '20rem' }}
      />
      <CellFields reason={reason} onChange={onChange} />
      <TextField
        select
        size="small"
        label={t('reason.kind')}
        value={reason.kind}
        onChange={(event) => onChange({ ...reason, kind: event.target.value as TodoKind })}
        sx={{ width: '8rem' }}
      >
        {todoKinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`todo.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        required
        multiline
        size="small"
        label={t('reason.text')}
        value={reason.text}
        onChange={(event) => onChange({ ...reason, text: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        sx={{ flex: 1, minWidth: '14rem' }}
      />
      <IconButton aria-label={t('reason.remove')} onClick={onRemove}>
        <DeleteIcon />
      </IconButton>
    </Stack>
  )
}

/** Row and column, where the place is a table. */
function CellFields({ reason, onChange }: Omit<LineProps, 'onRemove'>) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const { place } = reason
  const field = place.step === 'form' ? fieldOf(view.pack, place.ref) : undefined
  if (field?.type !== 'table') return null
  const { step, ref, row, column } = place
  const put = (nextRow: number | undefined, nextColumn: string | undefined) =>
    onChange({
      ...reason,
      place: {
        step,
        ref,
        ...(nextRow === undefined ? {} : { row: nextRow }),
        ...(nextColumn === undefined ? {} : { column: nextColumn }),
      },
    })
  return (
    <>
      <TextField
        size="small"
        type="number"
        label={t('reason.row')}
        value={row === undefined ? '' : row + 1}
        onChange={(event) => {
          const typed = Number(event.target.value)
          put(typed >= 1 ? Math.floor(typed) - 1 : undefined, typed >= 1 ? column : undefined)
        }}
        slotProps={{ htmlInput: { min: 1, max: field.maxRows } }}
        sx={{ width: '5.5rem' }}
      />
      <TextField
        select
        size="small"
        label={t('reason.column')}
        disabled={row === undefined}
        value={column ?? ''}
        onChange={(event) => put(row, event.target.value || undefined)}
        sx={{ width: '9rem' }}
      >
        <MenuItem value="">{t('reason.wholeRow')}</MenuItem>
        {field.columns.map(({ id, label }) => (
          <MenuItem key={id} value={id}>
            {label}
          </MenuItem>
        ))}
      </TextField>
    </>
  )
}
