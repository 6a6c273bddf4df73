/** One programme in the notice's order: basis, window, benefits, applicants, conditions, papers, way. */
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { ProgrammeView } from '../../../shared/model/programme.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { BasisPanel } from './basis-panel.tsx'
import { BeginDialog } from './begin-dialog.tsx'
import { ConditionsPanel } from './conditions-panel.tsx'
import { ContactsPanel } from './contacts-panel.tsx'
import { MatchMark } from './match-mark.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { ProcedurePanel } from './procedure-panel.tsx'
import { SlotsPanel } from './slots-panel.tsx'
import { SourcedPanel } from './sourced-panel.tsx'

export function ProgrammePage() {
  const { id = '', edition = '' } = useParams()
  const [track, setTrack] = useState<string | null>(null)
  const ask = useAsk('programme.open', { id, edition, track }, { keep: true })
  return <Asked ask={ask}>{(view) => <Sheet view={view} track={track} onTrack={setTrack} />}</Asked>
}

type Props = {
  readonly view: ProgrammeView
  readonly track: string | null
  readonly onTrack: (track: string | null) => void
}

function Sheet({ view, track, onTrack }: Props) {
  const { t } = useTranslation('programmes')
  const [beginning, setBeginning] = useState(false)
  const { pack } = view
  const actions = (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flex: 'none' }}>
      <div>
        <MatchMark match={view.match} />
      </div>
      {pack.tracks.length > 0 && (
        <TextField
          select
          label={t('track')}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          value={track ?? ''}
          onChange={(event) => onTrack(event.target.value || null)}
          sx={{ width: '14rem' }}
        >
          <MenuItem value="">{t('track.common')}</MenuItem>
          {pack.tracks.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Button variant="contained" size="large" onClick={() => setBeginning(true)}>
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
      <BasisPanel pack={pack} />
      <NotesPanel pack={pack} />
      <SourcedPanel title={t('benefits')} items={pack.benefits} pack={pack} />
      <SourcedPanel title={t('applicants')} items={pack.applicants} pack={pack} />
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
