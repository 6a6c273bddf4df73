import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useImports } from '../../app/imports.tsx'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { DropTarget } from '../../parts/drop-target.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { ReasonButton } from '../../parts/reason-button.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { Facets } from './facets.tsx'
import { ImportResults } from './import-results.tsx'
import { MaterialGrid } from './material-grid.tsx'
import { MaterialPane } from './material-pane.tsx'
import { type Filter, useMaterialPage } from './use-material-page.ts'

type EmptyProps = { readonly filter: Filter; readonly onAll: () => void; readonly pick: () => void }

/** Nothing to show: because nothing is there, or because nothing fits. */
function NoMaterials({ filter, onAll, pick }: EmptyProps) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  if (filter.deleted) return <EmptyState title={t('archive:empty.bin')} />
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <EmptyState
      title={t(filtered ? 'archive:empty.filtered' : 'archive:empty.title')}
      hint={t(filtered ? 'archive:empty.filteredHint' : 'archive:empty.hint')}
      action={
        <ReasonButton
          variant="outlined"
          reason={!filtered && readOnly ? t('archive:readOnly') : null}
          onClick={filtered ? onAll : pick}
        >
          {t(filtered ? 'archive:empty.showAll' : 'archive:import.pick')}
        </ReasonButton>
      }
    />
  )
}

type ListProps = {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly chosen: string | undefined
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
}

function Materials({ filter, onFilter, chosen, selected, onSelect }: ListProps) {
  const navigate = useNavigate()
  const { pick } = useImports()
  const { ask, page, turn } = useMaterialPage(filter)
  const facets = useAsk('material.facets', filter, { keep: true })
  if (ask.error) return <FaultAlert error={ask.error} onRetry={() => void ask.refetch()} />
  return (
    <>
      {!chosen && <Facets counts={facets.data} filter={filter} onFilter={onFilter} />}
      <Box sx={{ flex: '1 1 0', minWidth: 0, minHeight: 0, display: 'flex' }}>
        <MaterialGrid
          rows={ask.data?.materials ?? []}
          total={ask.data?.total ?? 0}
          page={page}
          loading={ask.isFetching && !ask.data}
          narrow={chosen !== undefined}
          chosen={chosen}
          selected={selected}
          onSelect={onSelect}
          onPage={turn}
          onChoose={(sha256) => void navigate(paths.material(sha256))}
          empty={<NoMaterials filter={filter} onAll={() => onFilter({})} pick={pick} />}
        />
      </Box>
    </>
  )
}

/** What do we have, and is it still good? */
export function ArchivePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const imports = useImports()
  const readOnly = useReadOnly()
  const { sha256 } = useParams()
  const [facet, setFacet] = useState<Filter>({})
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const filter: Filter = text ? { ...facet, text } : facet
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const clear = () => setSelected(new Set())
  const choose = ({ text: _, ...next }: Filter) => {
    setFacet(next)
    clear()
    if (Object.keys(next).length === 0) setTyped('')
  }
  return (
    <DropTarget fill label={t('archive:drop')} onFiles={imports.start} disabled={readOnly}>
      <PageShell
        fill
        title={t('frame:screen.archive')}
        question={t('archive:question')}
        actions={
          <>
            <TextField
              type="search"
              label={t('archive:filter')}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                clear()
              }}
              sx={{ width: '20rem' }}
            />
            <ReasonButton
              variant="contained"
              startIcon={<UploadFileOutlined />}
              reason={readOnly ? t('archive:readOnly') : null}
              onClick={imports.pick}
            >
              {t('archive:import.pick')}
            </ReasonButton>
          </>
        }
      >
        <ImportResults />
        <BulkBar chosen={[...selected]} binned={facet.deleted === true} onClear={clear} />
        <Stack direction="row" spacing={2} sx={{ flexGrow: 1, minHeight: 0 }}>
          <Materials
            filter={filter}
            onFilter={choose}
            chosen={sha256}
            selected={selected}
            onSelect={setSelected}
          />
          {sha256 && <MaterialPane sha256={sha256} onClose={() => void navigate(paths.archive)} />}
        </Stack>
      </PageShell>
    </DropTarget>
  )
}
