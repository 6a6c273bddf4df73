/** One programme in the notice's order: basis, window, benefits, applicants, conditions, papers, way. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import type { ProgrammeView } from '../../../shared/model/programme.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { BasisPanel } from './basis-panel.tsx'
import { BeginDialog } from './begin-dialog.tsx'
import { ConditionsPanel } from './conditions-panel.tsx'
import { ContactsPanel } from './contacts-panel.tsx'
import { CorrectionsPanel } from './corrections-panel.tsx'
import { MatchMark } from './match-mark.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { ProcedurePanel } from './procedure-panel.tsx'
import { ProgrammeTools } from './programme-tools.tsx'
import { SlotsPanel } from './slots-panel.tsx'
import { SourcedPanel } from './sourced-panel.tsx'
import { TrackTabs } from './track-tabs.tsx'

export function ProgrammePage() {
  const { id = '', edition = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const track = params.get('track')
  const ask = useAsk('programme.open', { id, edition, track }, { keep: true })
  const choose = (next: string | null) =>
    setParams(next === null ? {} : { track: next }, { replace: true })
  return (
    <Asked ask={ask}>
      {(view) => <Sheet key={`${id} ${edition}`} view={view} track={track} onTrack={choose} />}
    </Asked>
  )
}

type Props = {
  readonly view: ProgrammeView
  readonly track: string | null
  readonly onTrack: (track: string | null) => void
}

function Sheet({ view, track: asked, onTrack }: Props) {
  const { t } = useTranslation('programmes')
  const [beginning, setBeginning] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  // The list may have been left far down, and it scrolls in the same place.
  useEffect(() => {
    // Scrolling answers with a promise in newer browsers: nothing that an effect may return.
    void top.current?.closest('main')?.scrollTo?.(0, 0)
  }, [])
  const { pack } = view
  // An address may name a track that the pack does not have, or no longer.
  const track = trackOf(pack, asked)?.id ?? null
  const actions = (
    <Stack ref={top} direction="row" spacing={2} sx={{ alignItems: 'center', flex: 'none' }}>
      <div>
        <MatchMark match={view.match} />
      </div>
      <Button
        variant="contained"
        size="large"
        className="screen-only"
        onClick={() => setBeginning(true)}
      >
        {t('begin')}
      </Button>
    </Stack>
  )
  return (
    <PageShell
      title={pack.title}
      question={t('edition.of', { edition: pack.edition, department: pack.department.text })}
      actions={actions}
    >
      <ProgrammeTools view={view} track={track} />
      <CorrectionsPanel view={view} />
      <BasisPanel pack={pack} />
      <NotesPanel pack={pack} />
      <SourcedPanel title={t('benefits')} items={pack.benefits} pack={pack} />
      <SourcedPanel title={t('applicants')} items={pack.applicants} pack={pack} />
      {pack.tracks.length > 0 && <TrackTabs pack={pack} track={track} onTrack={onTrack} />}
      <ConditionsPanel view={view} />
      <SlotsPanel pack={pack} track={track} />
      <ProcedurePanel pack={pack} />
      <ContactsPanel pack={pack} />
      {beginning && (
        <BeginDialog
          id={pack.id}
          edition={pack.edition}
          track={track}
          onClose={() => setBeginning(false)}
        />
      )}
    </PageShell>
  )
}
