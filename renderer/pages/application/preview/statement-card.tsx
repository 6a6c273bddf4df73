/** One statement: how far it has come, what the applicant says in it, its print and its scan. */
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import type { StatementView } from '../../../../shared/model/statement.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { DropTarget } from '../../../parts/drop-target.tsx'
import { StateMark, type Tone } from '../../../parts/state-mark.tsx'
import { useApplication } from '../application-context.ts'
import { LeftOut } from '../materials/left-out.tsx'
import { StatementText } from './statement-text.tsx'

function stateOf(statement: StatementView): readonly [Tone, string] {
  const { needed, attached, scanDiffers, reworded, signedOn, printedOn } = statement
  if (attached && scanDiffers) return ['doubt', 'statement.scanDiffers']
  if (attached) return ['good', 'statement.attached']
  if (reworded) return ['doubt', 'statement.reworded']
  if (signedOn) return ['doubt', 'statement.signed']
  if (printedOn) return ['doubt', 'statement.printed']
  return needed ? ['bad', 'statement.open'] : ['none', 'statement.notNeeded']
}

export function StatementCard({ statement }: { readonly statement: StatementView }) {
  const { t } = useTranslation('course')
  const host = useHost()
  const { view } = useApplication()
  const sign = useAct('statement.sign', { key: view.id })
  const attach = useAct('application.attach', { key: view.id })
  const { id, title, slot, affiliated, printedOn, signedOn, attached } = statement
  const print = usePrint(id, title)
  const [tone, key] = stateOf(statement)
  const take = (files: readonly Picked[]) =>
    attach.mutate({ id: view.id, slot, files: files.map(({ handle }) => handle) })
  const pick = async () => {
    const files = await host.pickFiles({ title: t('statement.pick', { title }) })
    if (files.length > 0) take(files)
  }
  return (
    <DropTarget label={t('statement.drop', { title })} onFiles={take}>
      <Stack
        role="group"
        aria-label={title}
        spacing={0.5}
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
          p: 1.25,
          alignItems: 'flex-start',
        }}
      >
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
        <StateMark tone={tone}>{t(key, { day: signedOn ?? printedOn ?? '' })}</StateMark>
        {affiliated.map(({ party, paper }) => (
          <Typography key={`${party} ${paper}`} variant="caption" color="textSecondary">
            {t('statement.affiliated', { party, paper })}
          </Typography>
        ))}
        <StatementTexts statement={statement} />
        <Stack direction="row" sx={{ flexWrap: 'wrap' }}>
          <Button size="small" loading={print.isPending} onClick={() => void print.ask()}>
            {t('statement.print')}
          </Button>
          <Button size="small" loading={attach.isPending} onClick={() => void pick()}>
            {t('statement.attach')}
          </Button>
        </Stack>
        {printedOn && !attached && (
          <FormControlLabel
            label={t('statement.sign')}
            control={
              <Checkbox
                size="small"
                checked={signedOn !== null}
                onChange={(_, signed) => sign.mutate({ id: view.id, statement: id, signed })}
              />
            }
          />
        )}
        <FaultAlert error={print.error ?? sign.error ?? attach.error} />
        <LeftOut act={attach} />
      </Stack>
    </DropTarget>
  )
}

/** Prints what is typed, not what was typed before: it waits until all of it is kept. */
function usePrint(statement: string, title: string) {
  const { t } = useTranslation('course')
  const host = useHost()
  const { view, texts } = useApplication()
  const { mutate, isPending, error } = useAct('statement.print', { key: view.id })
  const [place, setPlace] = useState<Picked | null>(null)
  const ready = texts.state === 'saved'
  useEffect(() => {
    if (!place || !ready) return
    setPlace(null)
    mutate({ id: view.id, statement, to: place.handle })
  }, [place, ready, mutate, view.id, statement])
  const ask = async () =>
    setPlace(await host.pickSave({ title: t('statement.print'), name: `${title}.pdf` }))
  return { ask, isPending: isPending || place !== null, error }
}

/** Where nothing asks for the statement and nothing is written, nobody is asked to write. */
function StatementTexts({ statement }: { readonly statement: StatementView }) {
  const { id, texts, needed } = statement
  const asked = needed || texts.some(({ value }) => value !== '')
  const [shown, setShown] = useState(asked)
  if (asked && !shown) setShown(true)
  if (!shown || texts.length === 0) return null
  return (
    <Stack spacing={1} sx={{ width: '100%', maxWidth: '52rem', py: 0.5 }}>
      {texts.map((text) => (
        <StatementText key={text.id} statement={id} text={text} />
      ))}
    </Stack>
  )
}
