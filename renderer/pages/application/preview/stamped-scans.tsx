/** The stamped scans: of which printed version each is, what has changed since, and what to do. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import type { StampedScan } from '../../../../shared/model/course.ts'
import type { Slot } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { instant } from '../../../app/format.ts'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { DropTarget } from '../../../parts/drop-target.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { useApplication } from '../application-context.ts'
import { LeftOut } from '../materials/left-out.tsx'
import { useUnlink } from '../use-unlink.ts'
import { ScanChanges } from './scan-changes.tsx'
import { WaiveScan } from './waive-scan.tsx'

export function StampedScans({ slot }: { readonly slot: Slot }) {
  const { t } = useTranslation('course')
  const host = useHost()
  const { view } = useApplication()
  const attach = useAct('application.attach', { key: view.id })
  const scans = view.stamps.filter((scan) => scan.slot === slot.id)
  const take = (files: readonly Picked[]) =>
    attach.mutate({ id: view.id, slot: slot.id, files: files.map(({ handle }) => handle) })
  const pick = async () => {
    const files = await host.pickFiles({ title: t('scan.pick') })
    if (files.length > 0) take(files)
  }
  return (
    <Box component="section" aria-label={t('scan.title')} data-place={slot.id} tabIndex={-1}>
      <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
        {t('scan.title')}
      </Typography>
      <DropTarget label={t('scan.drop')} onFiles={take}>
        <Stack spacing={1.5} sx={{ my: 1 }}>
          {scans.length === 0 && <StateMark tone="unknown">{t('scan.none')}</StateMark>}
          {scans.map((scan) => (
            <Scan key={scan.sha256} scan={scan} />
          ))}
          <Button
            size="small"
            variant="outlined"
            loading={attach.isPending}
            onClick={() => void pick()}
            sx={{ alignSelf: 'flex-start' }}
          >
            {t('scan.attach')}
          </Button>
        </Stack>
      </DropTarget>
      <FaultAlert error={attach.error} onClose={attach.reset} />
      <LeftOut act={attach} />
    </Box>
  )
}

function Scan({ scan }: { readonly scan: StampedScan }) {
  const { t } = useTranslation('course')
  const remove = useUnlink(scan)
  const [dialog, setDialog] = useState<'changes' | 'waive' | null>(null)
  const { name, changes, waived, sha256 } = scan
  return (
    <Stack
      spacing={0.75}
      data-place={sha256}
      tabIndex={-1}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.25 }}
    >
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      <Version scan={scan} />
      {changes === 0 && <StateMark tone="good">{t('scan.current')}</StateMark>}
      {changes > 0 && (
        <StateMark tone={waived ? 'doubt' : 'bad'}>
          {waived
            ? t('scan.waived', { reason: waived.reason, name: waived.name })
            : t('scan.outdated', { count: changes })}
        </StateMark>
      )}
      <Stack direction="row" sx={{ flexWrap: 'wrap' }}>
        {changes > 0 && (
          <Button size="small" onClick={() => setDialog('changes')}>
            {t('scan.changes', { count: changes })}
          </Button>
        )}
        {changes > 0 && (
          <Button size="small" onClick={() => setDialog('waive')}>
            {t('scan.waive')}
          </Button>
        )}
        <Button size="small" loading={remove.isPending} onClick={remove.take}>
          {t('scan.remove')}
        </Button>
      </Stack>
      <FaultAlert error={remove.error} onClose={remove.reset} />
      {dialog === 'changes' && <ScanChanges scan={scan} onClose={() => setDialog(null)} />}
      {dialog === 'waive' && <WaiveScan scan={scan} onClose={() => setDialog(null)} />}
    </Stack>
  )
}

/** The printed versions, by the code in their footer. */
function Version({ scan }: { readonly scan: StampedScan }) {
  const { t } = useTranslation('course')
  const { view } = useApplication()
  const bind = useAct('stamp.bind', { key: view.id })
  const printed = view.snapshots.filter(
    ({ purpose, id }) => purpose === 'stamp' || id === scan.snapshot,
  )
  return (
    <>
      <TextField
        select
        size="small"
        label={t('scan.version')}
        value={scan.snapshot}
        onChange={(event) =>
          bind.mutate({
            id: view.id,
            slot: scan.slot,
            sha256: scan.sha256,
            snapshot: event.target.value,
          })
        }
      >
        {printed.map(({ id, code, at }) => (
          <MenuItem key={id} value={id}>
            {t('scan.versionOf', { code, at: instant(at) })}
          </MenuItem>
        ))}
      </TextField>
      <FaultAlert error={bind.error} />
    </>
  )
}
