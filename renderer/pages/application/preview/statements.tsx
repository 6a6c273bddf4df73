/** 承诺书 and other statements: printed, stamped and signed, brought back as a scan. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import type { StatementView } from '../../../../shared/model/statement.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { DropTarget } from '../../../parts/drop-target.tsx'
import { StateMark, type Tone } from '../../../parts/state-mark.tsx'
import { useApplication } from '../application-context.ts'

export function Statements() {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  if (view.statements.length === 0) return null
  return (
    <Box component="section" aria-label={t('statements')}>
      <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
        {t('statements')}
      </Typography>
      <Stack spacing={1.5} sx={{ my: 1 }}>
        {view.statements.map((statement) => (
          <StatementCard key={statement.id} statement={statement} />
        ))}
      </Stack>
    </Box>
  )
}

function stateOf({
  needed,
  attached,
  signedOn,
  printedOn,
}: StatementView): readonly [Tone, string] {
  if (attached) return ['good', 'statement.attached']
  if (signedOn) return ['doubt', 'statement.signed']
  if (printedOn) return ['doubt', 'statement.printed']
  return needed ? ['bad', 'statement.open'] : ['none', 'statement.notNeeded']
}

function StatementCard({ statement }: { readonly statement: StatementView }) {
  const { t } = useTranslation('course')
  const host = useHost()
  const { view } = useApplication()
  const print = useAct('statement.print', { key: view.id })
  const sign = useAct('statement.sign', { key: view.id })
  const attach = useAct('application.attach', { key: view.id })
  const { id, title, slot, affiliated, printedOn, signedOn, attached } = statement
  const [tone, key] = stateOf(statement)
  const save = async () => {
    const place = await host.pickSave({ title: t('statement.print'), name: `${title}.pdf` })
    if (place) print.mutate({ id: view.id, statement: id, to: place.handle })
  }
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
        <Stack direction="row" sx={{ flexWrap: 'wrap' }}>
          <Button size="small" loading={print.isPending} onClick={() => void save()}>
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
      </Stack>
    </DropTarget>
  )
}
