/** The desk: take bundles in, filter, open one, and carry the opinions away. */
import FolderIcon from '@mui/icons-material/FolderOpenOutlined'
import PostAddIcon from '@mui/icons-material/PostAddOutlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../shared/host.ts'
import type { ReviewState, ReviewStatus } from '../../../shared/model/review.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useHost } from '../../app/surroundings.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { DropTarget } from '../../parts/drop-target.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { DeskLine } from './desk-line.tsx'
import { FilterBar } from './filter-bar.tsx'
import { SubmissionGrid } from './submission-grid.tsx'
import { TakenIn } from './taken-in.tsx'

type Props = { readonly desk: NonNullable<ReviewState['open']> }

export function DeskView({ desk }: Props) {
  const { t } = useTranslation('review')
  const host = useHost()
  const [text, setText] = useState('')
  const [status, setStatus] = useState<ReviewStatus | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const take = useAct('review.takeIn')
  const wanted = { text, ...(status ? { status } : {}) }
  const ask = useAsk('review.list', wanted, { keep: true })
  const start = (files: readonly Picked[]) => {
    if (files.length > 0) take.mutate({ files: files.map(({ handle }) => handle) })
  }
  const pickFiles = async () => start(await host.pickFiles({ title: t('take.files') }))
  const pickFolder = async () => {
    const folder = await host.pickFolder({ title: t('take.folder') })
    if (folder) start([folder])
  }
  const buttons = (
    <Stack direction="row" spacing={1}>
      <Button variant="contained" startIcon={<PostAddIcon />} onClick={() => void pickFiles()}>
        {t('take.files')}
      </Button>
      <Button variant="outlined" startIcon={<FolderIcon />} onClick={() => void pickFolder()}>
        {t('take.folder')}
      </Button>
    </Stack>
  )
  return (
    <DropTarget label={t('take.drop')} onFiles={start} disabled={take.isPending} fill>
      <PageShell title={t('title')} question={t('question')} actions={buttons} fill>
        <DeskLine desk={desk} />
        {take.isPending && (
          <ProgressLine label={t('take.running')} progress={take.progress} onCancel={take.cancel} />
        )}
        <FaultAlert error={take.error} onClose={take.reset} />
        {take.data && <TakenIn results={take.data.results} onClose={take.reset} />}
        <Asked ask={ask}>
          {({ rows, counts }) =>
            desk.submissions === 0 ? (
              <EmptyState title={t('empty')} hint={t('empty.hint')} action={buttons} />
            ) : (
              <>
                <FilterBar
                  text={text}
                  status={status}
                  counts={counts}
                  onText={setText}
                  onStatus={setStatus}
                />
                <ChosenBar rows={rows.filter(({ seq }) => chosen.has(seq))} />
                <SubmissionGrid rows={rows} chosen={chosen} onChoose={setChosen} />
              </>
            )
          }
        </Asked>
      </PageShell>
    </DropTarget>
  )
}
