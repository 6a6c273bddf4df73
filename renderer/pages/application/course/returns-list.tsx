/** The reasons of a return, each with the way to its place and what was done about it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Todo } from '../../../../shared/model/course.ts'
import { isOpen } from '../../../../shared/programme/check-course.ts'
import { placeLabel } from '../../../../shared/programme/place-label.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useLabel } from '../../../app/i18n.ts'
import { useAct } from '../../../app/use-act.ts'
import { StateMark } from '../../../parts/state-mark.tsx'
import { useApplication } from '../application-context.ts'

export function ReturnsList() {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  if (view.todos.length === 0) return null
  const open = view.todos.filter(isOpen)
  return (
    <Box component="section" aria-label={t('returns')} sx={{ mt: 2 }}>
      <Typography variant="h3">
        {t('returns.count', { open: open.length, total: view.todos.length })}
      </Typography>
      <Stack component="ul" spacing={1} sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
        {[...open, ...view.todos.filter((todo) => !isOpen(todo))].map((todo) => (
          <ReturnItem key={todo.id} todo={todo} />
        ))}
      </Stack>
    </Box>
  )
}

function ReturnItem({ todo }: { readonly todo: Todo }) {
  const { t } = useTranslation('course')
  const { view, goToPlace } = useApplication()
  const labelOf = useLabel()
  const { place, kind, text, day, changed, withdrawnOn } = todo
  return (
    <Box
      component="li"
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        p: 1.25,
        bgcolor: 'background.default',
      }}
    >
      <Stack direction="row" spacing={0.75} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Chip size="small" label={t(`todo.${kind}`)} />
        {changed && <Chip size="small" color="success" variant="outlined" label={t('changed')} />}
        <Typography variant="caption" color="textSecondary">
          {day}
        </Typography>
      </Stack>
      <Link
        component="button"
        variant="body2"
        onClick={() => goToPlace(place)}
        sx={{ textAlign: 'left', display: 'block', my: 0.5 }}
      >
        {labelOf(placeLabel(view.pack, place))}
      </Link>
      <Typography
        variant="body2"
        sx={{ textDecoration: withdrawnOn === null ? 'none' : 'line-through' }}
      >
        {text}
      </Typography>
      {isOpen(todo) ? <AnswerField todo={todo} /> : <Settled todo={todo} />}
    </Box>
  )
}

function AnswerField({ todo }: { readonly todo: Todo }) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const [answer, setAnswer] = useState(todo.answer)
  const act = useAct('todo.answer', { key: view.id })
  const withdraw = useAct('todo.withdraw', { key: view.id })
  const { id } = view
  return (
    <>
      <TextField
        fullWidth
        multiline
        size="small"
        label={t('answer')}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        sx={{ mt: 1 }}
      />
      <Stack direction="row" spacing={1} sx={{ mt: 0.5 }}>
        <Button
          size="small"
          variant="contained"
          disabled={answer.trim() === ''}
          loading={act.isPending}
          onClick={() => act.mutate({ id, todo: todo.id, answer })}
        >
          {t('answer.do')}
        </Button>
        <Button
          size="small"
          onClick={() => withdraw.mutate({ id, todo: todo.id, withdrawn: true })}
        >
          {t('withdraw')}
        </Button>
      </Stack>
      <FaultAlert error={act.error ?? withdraw.error} />
    </>
  )
}

function Settled({ todo }: { readonly todo: Todo }) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const act = useAct('todo.answer', { key: view.id })
  const withdraw = useAct('todo.withdraw', { key: view.id })
  const { id } = view
  const gone = todo.withdrawnOn !== null
  const reopen = () =>
    gone
      ? withdraw.mutate({ id, todo: todo.id, withdrawn: false })
      : act.mutate({ id, todo: todo.id, answer: '' })
  return (
    <Stack spacing={0.5} sx={{ mt: 0.5, alignItems: 'flex-start' }}>
      <StateMark tone={gone ? 'none' : 'good'}>
        {gone
          ? t('withdrawn', { day: todo.withdrawnOn })
          : t('answered', { day: todo.answeredOn, answer: todo.answer })}
      </StateMark>
      <Button size="small" onClick={reopen}>
        {t('reopen')}
      </Button>
      <FaultAlert error={act.error ?? withdraw.error} />
    </Stack>
  )
}
