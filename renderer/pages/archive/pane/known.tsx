import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../../../shared/model/material.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { fileSize, instant } from '../../../app/format.ts'
import { useAct } from '../../../app/use-act.ts'
import { useReadOnly } from '../../../app/use-vault.ts'
import { ConflictNotes, useConflicts } from '../../../parts/conflict-notes.tsx'
import { MaterialMarks } from '../../../parts/material-marks.tsx'
import { ReasonButton } from '../../../parts/reason-button.tsx'
import { InvoiceSection } from './invoice-section.tsx'
import { MaterialForm } from './material-form.tsx'
import { MaterialUses } from './material-uses.tsx'
import { TripleSection } from './triple-section.tsx'
import { VersionSection } from './version-section.tsx'

type PartProps = { readonly view: MaterialView; readonly readOnly: boolean }

/** To 回收站 and back. */
function Removal({ view, readOnly }: PartProps) {
  const { t } = useTranslation()
  const { sha256, deletedAt } = view.material
  const discard = useAct('material.discard', { key: sha256 })
  const restore = useAct('material.restore', { key: sha256 })
  const act = deletedAt ? restore : discard
  const used = !deletedAt && view.uses.length > 0
  const reason = readOnly ? t('archive:readOnly') : used ? t('archive:discard.used') : null
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      <ReasonButton
        variant="outlined"
        reason={reason}
        loading={act.isPending}
        onClick={() => act.mutate({ sha256 })}
      >
        {t(deletedAt ? 'archive:restore' : 'archive:discard')}
      </ReasonButton>
      <FaultAlert error={act.error} />
    </Stack>
  )
}

function Details({ view, readOnly }: PartProps) {
  const { t } = useTranslation()
  const { material } = view
  const conflicts = useConflicts()
  return (
    <>
      <MaterialMarks material={material} />
      <MaterialForm view={view} disabled={readOnly || material.deletedAt !== null} />
      <ConflictNotes conflicts={conflicts.filter(({ sha256 }) => sha256 === material.sha256)} />
      <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {t('archive:file', {
          size: fileSize(material.size),
          at: instant(material.importedAt),
          sha256: material.sha256,
        })}
      </Typography>
      <Removal view={view} readOnly={readOnly} />
    </>
  )
}

function Uses({ view, readOnly }: PartProps) {
  const { t } = useTranslation()
  const { uses, bundles, invoice, material } = view
  return (
    <>
      <MaterialUses uses={uses} bundles={bundles} />
      {invoice && (
        <InvoiceSection
          invoice={invoice}
          media={material.media}
          sha256={material.sha256}
          disabled={readOnly ? t('archive:readOnly') : null}
        />
      )}
    </>
  )
}

function Relations({ view, readOnly }: PartProps) {
  const { t } = useTranslation()
  const disabled = readOnly ? t('archive:readOnly') : null
  return (
    <>
      <TripleSection material={view.material} triple={view.triple} disabled={disabled} />
      <VersionSection view={view} disabled={disabled} />
    </>
  )
}

const tabs = { details: Details, uses: Uses, relations: Relations } as const
type TabName = keyof typeof tabs
const tabNames = Object.keys(tabs) as TabName[]

/** How much each part holds, so that nobody opens an empty one to find out. */
const countsOf = ({ uses, bundles, invoice, triple, versions }: MaterialView) => ({
  details: 0,
  uses: uses.length + bundles.length + (invoice?.copies.length ?? 0),
  relations: Math.max(0, (triple?.materials.length ?? 0) - 1) + Math.max(0, versions.length - 1),
})

/** What is known of a paper: its facts, where it is used, what belongs to it. */
export function Known({ view }: { readonly view: MaterialView }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const id = useId()
  const [tab, setTab] = useState<TabName>('details')
  const Part = tabs[tab]
  const counts = countsOf(view)
  const label = (name: TabName) =>
    counts[name] > 0
      ? t('archive:pane.counted', { name: t(`archive:pane.${name}`), count: counts[name] })
      : t(`archive:pane.${name}`)
  return (
    <Stack sx={{ borderLeft: 1, borderColor: 'divider', minHeight: 0 }}>
      <Tabs
        value={tab}
        onChange={(_, next: TabName) => setTab(next)}
        variant="fullWidth"
        aria-label={t('archive:pane.parts')}
        sx={{ flexShrink: 0, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabNames.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`${id}-${name}`}
            aria-controls={`${id}-panel`}
            sx={{ minWidth: 0, px: 0.5 }}
            label={label(name)}
          />
        ))}
      </Tabs>
      <Stack
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        tabIndex={0}
        spacing={2}
        sx={{ overflow: 'auto', p: 2, minHeight: 0, flexGrow: 1 }}
      >
        <Part view={view} readOnly={readOnly} />
      </Stack>
    </Stack>
  )
}
