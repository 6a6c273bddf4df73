/** One required paper: its constraints in words, what is linked, what is wrong, what can be done. */
import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../../shared/host.ts'
import type { ApplicationView, SlotView } from '../../../../shared/model/application.ts'
import type { Slot } from '../../../../shared/programme/pack.ts'
import { slotsOf } from '../../../../shared/programme/track.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { useHost } from '../../../app/surroundings.ts'
import { useAct } from '../../../app/use-act.ts'
import { DropTarget } from '../../../parts/drop-target.tsx'
import { FindingLine } from '../../../parts/finding-line.tsx'
import { HardnessChip } from '../../../parts/hardness-chip.tsx'
import { ProgressLine } from '../../../parts/progress-line.tsx'
import { SlotConstraints } from '../../../parts/slot-constraints.tsx'
import { SourceNote } from '../../../parts/source-note.tsx'
import { useApplication } from '../application-context.ts'
import { bySeverity, keyOfFinding } from '../findings.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { LeftOut } from './left-out.tsx'
import { LinkedMaterial } from './linked-material.tsx'
import { SlotState } from './slot-state.tsx'
import { SlotWhen } from './slot-when.tsx'
import { WaiveDialog } from './waive-dialog.tsx'

type Props = {
  readonly number: number
  readonly slot: Slot
  readonly held: SlotView | undefined
}

/** Title of the alternative place, where that holds papers. */
function standInOf({ alternative }: Slot, { slots, pack, track }: ApplicationView): string | null {
  const papers = slots.find(({ id }) => id === alternative)?.materials ?? []
  const place = slotsOf(pack, track).find(({ id }) => id === alternative)
  return papers.length > 0 ? (place?.title ?? null) : null
}

export function SlotRow({ number, slot, held }: Props) {
  const { t } = useTranslation('application')
  const host = useHost()
  const { view } = useApplication()
  const attach = useAct('application.attach', { key: view.id })
  const [dialog, setDialog] = useState<'choose' | 'waive' | null>(null)
  const findings = bySeverity(
    view.findings.filter(({ place }) => place.step === 'materials' && place.ref === slot.id),
  )
  const take = (files: readonly Picked[]) =>
    attach.mutate({ id: view.id, slot: slot.id, files: files.map(({ handle }) => handle) })
  const pick = async () => {
    const files = await host.pickFiles({ title: t('slot.pick', { title: slot.title }) })
    if (files.length > 0) take(files)
  }
  const waived = held?.waived ?? null
  return (
    <Card component="li" data-place={slot.id} tabIndex={-1}>
      <DropTarget label={t('slot.drop', { title: slot.title })} onFiles={take}>
        <Stack direction="row" spacing={2} sx={{ p: 2 }}>
          <Typography
            variant="h2"
            component="span"
            color="textSecondary"
            sx={{ minWidth: '1.75rem', textAlign: 'right' }}
          >
            {number}
          </Typography>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Stack direction="row" spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="h2" component="h3">
                {slot.title}
              </Typography>
              <HardnessChip hardness={slot.hardness} />
              <Typography variant="caption" color="textSecondary">
                {slot.source.clause}
                <SourceNote pack={view.pack} source={slot.source} />
              </Typography>
              <Box sx={{ flex: 1 }} />
              <SlotState findings={findings} held={held} standIn={standInOf(slot, view)} />
            </Stack>
            <SlotConstraints pack={view.pack} slot={slot} />
            {held?.when && <SlotWhen applies={held.applies} when={held.when} />}
            {waived !== null && (
              <Typography variant="body2">{t('slot.waived', { reason: waived })}</Typography>
            )}
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {held?.materials.map((material) => (
                <LinkedMaterial key={material.sha256} slot={slot} material={material} />
              ))}
            </Box>
            {findings.map((finding) => (
              <Box key={keyOfFinding(finding)} sx={{ mt: 0.5 }}>
                <FindingLine finding={finding} />
              </Box>
            ))}
            {attach.isPending && (
              <ProgressLine
                label={t('slot.attaching')}
                progress={attach.progress}
                onCancel={attach.cancel}
              />
            )}
            <FaultAlert error={attach.error} onClose={attach.reset} />
            <LeftOut act={attach} />
            <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
              <Button
                size="small"
                variant="outlined"
                startIcon={<AddIcon />}
                onClick={() => void pick()}
              >
                {t('slot.files')}
              </Button>
              <Button size="small" onClick={() => setDialog('choose')}>
                {t('slot.choose', { count: held?.available ?? 0 })}
              </Button>
              <Button size="small" onClick={() => setDialog('waive')}>
                {t(waived === null ? 'slot.waive' : 'slot.waiveChange')}
              </Button>
            </Stack>
          </Box>
        </Stack>
      </DropTarget>
      {dialog === 'choose' && <ChooseDialog slot={slot} onClose={() => setDialog(null)} />}
      {dialog === 'waive' && (
        <WaiveDialog slot={slot} waived={waived} onClose={() => setDialog(null)} />
      )}
    </Card>
  )
}
