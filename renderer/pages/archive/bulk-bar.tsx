import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Snackbar from '@mui/material/Snackbar'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { figure } from '../../../shared/text/figure.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useLabel } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { EditManyDialog } from './edit-many-dialog.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import type { AllFound } from './use-all-found.ts'
import type { Bulk, Done } from './use-bulk.ts'

type KindProps = { readonly reason: string | null; readonly onKind: (kind: string) => void }

function KindButton({ reason, onKind }: KindProps) {
  const { t } = useTranslation()
  const labelOf = useLabel()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const choose = (kind: string) => {
    setOpen(false)
    onKind(kind)
  }
  return (
    <>
      <ReasonButton ref={button} size="small" reason={reason} onClick={() => setOpen(true)}>
        {t('archive:bulk.kind')}
      </ReasonButton>
      <Menu open={open} anchorEl={() => button.current} onClose={() => setOpen(false)}>
        {materialKinds.map(({ id, label }) => (
          <MenuItem key={id} dense onClick={() => choose(id)}>
            {labelOf(label)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

/** What was done, with its way back, for as long as a person needs to think twice. */
function DoneNote({ done, onClose }: { readonly done: Done | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Snackbar
      open={done !== null}
      autoHideDuration={12_000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      onClose={(_, reason) => reason !== 'clickaway' && onClose()}
      message={done?.text}
      action={
        (done?.undo || done?.show) && (
          <Button size="small" color="inherit" onClick={done.undo ?? done.show}>
            {t(done.undo ? 'archive:bulk.undo' : 'archive:bulk.show')}
          </Button>
        )
      }
    />
  )
}

type ActionsProps = {
  readonly bulk: Bulk
  readonly chosen: readonly string[]
  readonly binned: boolean
  readonly onDialog: (dialog: 'edit' | 'place') => void
}

function Actions({ bulk, chosen, binned, onDialog }: ActionsProps) {
  const { t } = useTranslation()
  const reason = useReadOnly() ? t('archive:readOnly') : null
  const button = (name: string, act: () => void, why: string | null = reason) => (
    <ReasonButton size="small" reason={why} disabled={bulk.busy} onClick={act}>
      {t(`archive:bulk.${name}`)}
    </ReasonButton>
  )
  const take = button('export', () => bulk.take(chosen), null)
  if (binned) {
    return (
      <>
        {button('restore', () => bulk.fromBin(chosen))}
        {take}
      </>
    )
  }
  return (
    <>
      {button('place', () => onDialog('place'))}
      <KindButton reason={reason} onKind={(kind) => bulk.set(chosen, { kind })} />
      {button('edit', () => onDialog('edit'))}
      {button('confirm', () => bulk.set(chosen, { confirmed: true }))}
      {take}
      {button('discard', () => bulk.toBin(chosen))}
    </>
  )
}

type Props = {
  readonly bulk: Bulk
  readonly chosen: readonly string[]
  /** The chosen lie in 回收站. */
  readonly binned: boolean
  /** How many the question finds, and how to choose them all. */
  readonly all: AllFound
  readonly onClear: () => void
}

/** What can be done with all chosen materials at once. */
export function BulkBar({ bulk, chosen, binned, all, onClear }: Props) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'edit' | 'place' | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      {chosen.length > 0 && (
        <Card
          role="toolbar"
          aria-label={t('archive:bulk.bar')}
          sx={{ px: 1.5, py: 0.5, flexShrink: 0 }}
        >
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Typography variant="body2">
              {t('archive:bulk.count', { count: chosen.length, shown: figure(chosen.length) })}
            </Typography>
            <Box sx={{ flexGrow: 1 }}>
              {all.total > chosen.length && (
                <Button size="small" loading={all.loading} onClick={all.choose}>
                  {t('archive:bulk.all', { count: all.total, shown: figure(all.total) })}
                </Button>
              )}
            </Box>
            <Actions bulk={bulk} chosen={chosen} binned={binned} onDialog={setDialog} />
            <Button size="small" onClick={onClear}>
              {t('archive:bulk.clear')}
            </Button>
          </Stack>
        </Card>
      )}
      {dialog === 'edit' && <EditManyDialog sha256s={chosen} bulk={bulk} onClose={close} />}
      {dialog === 'place' && <PlaceDialog sha256s={chosen} bulk={bulk} onClose={close} />}
      {bulk.files.isPending && (
        <ProgressLine
          label={t('archive:bulk.export')}
          progress={bulk.files.progress}
          onCancel={bulk.files.cancel}
        />
      )}
      {dialog === null && (
        <FaultAlert error={bulk.failed?.error ?? all.error} onClose={() => bulk.failed?.reset()} />
      )}
      <DoneNote done={bulk.done} onClose={bulk.forget} />
    </>
  )
}
