/** 修改说明 as it will leave: the answers to the return, to be put better here, and what has changed. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { AnsweredReason, ChangeNoteView } from '../../../../shared/model/change-note.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { instant } from '../../../app/format.ts'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { Asked } from '../../../parts/asked.tsx'
import { DifferenceTable } from '../../../parts/difference-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { useTyped } from '../../../parts/use-typed.ts'
import { useApplication } from '../application-context.ts'
import { useFileName } from '../use-file-name.ts'

type Answered = { readonly todo: string; readonly reason: AnsweredReason }

function Answer({ todo, reason }: Answered) {
  const { t } = useTranslation('change')
  const { view } = useApplication()
  const act = useAct('todo.answer', { key: view.id })
  const { label, kind, text, answer } = reason
  const save = (said: string) => act.mutate({ id: view.id, todo, answer: said })
  const typed = useTyped(answer, save, (said) => said.trim(), false)
  return (
    <Box component="li" sx={{ mb: 1.5 }}>
      <Typography variant="body2">
        <strong>{label}</strong> {t(`kind.${kind}`)}：{text}
      </Typography>
      <TextField
        fullWidth
        multiline
        size="small"
        label={t('column.answer')}
        value={typed.text}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        onChange={(event) => typed.change(event.target.value)}
        onBlur={typed.leave}
        sx={{ mt: 1 }}
      />
      <FaultAlert error={act.error} onClose={act.reset} />
    </Box>
  )
}

function SaveNote() {
  const { t } = useTranslation('change')
  const host = useHost()
  const { view } = useApplication()
  const act = useAct('application.changesPdf', { key: view.id })
  const nameOf = useFileName()
  const save = async () => {
    const name = nameOf('pdf').replace(/\.pdf$/, `_${t('title')}.pdf`)
    const place = await host.pickSave({ title: t('save'), name })
    if (!place) return
    const open = () => void host.openFile({ handle: place.handle })
    act.mutate({ id: view.id, to: place.handle }, { onSuccess: open })
  }
  return (
    <>
      <Button
        variant="outlined"
        loading={act.isPending}
        onClick={() => void save()}
        sx={{ alignSelf: 'flex-start' }}
      >
        {t('save')}
      </Button>
      <FaultAlert error={act.error} onClose={act.reset} />
    </>
  )
}

function Note({ note, todos }: ChangeNoteView) {
  const { t } = useTranslation('change')
  const { since, answers, differences } = note
  return (
    <Panel title={t('title')}>
      <Stack spacing={2}>
        <Typography variant="body2" color="textSecondary">
          {t('hint', {
            bundle: since.bundleId,
            revision: since.revision,
            at: instant(since.exportedAt),
          })}
        </Typography>
        {answers.length > 0 && (
          <Box>
            <Typography variant="h3" gutterBottom>
              {t('answers')}
            </Typography>
            <Box component="ol" sx={{ m: 0, pl: 3 }}>
              {answers.map((reason, at) => (
                <Answer key={todos[at]} todo={todos[at] ?? ''} reason={reason} />
              ))}
            </Box>
          </Box>
        )}
        <Box>
          <Typography variant="h3" gutterBottom>
            {t('differences')}
          </Typography>
          <Box sx={{ maxHeight: '28rem', overflow: 'auto' }} tabIndex={0}>
            <DifferenceTable differences={differences} label={t('differences')} />
          </Box>
        </Box>
        <SaveNote />
      </Stack>
    </Panel>
  )
}

/** Nothing before the first export: there is nothing to compare with. */
export function ChangeNotePanel() {
  const { view } = useApplication()
  const ask = useAsk('application.changes', { id: view.id })
  return <Asked ask={ask}>{(made) => made && <Note {...made} />}</Asked>
}
