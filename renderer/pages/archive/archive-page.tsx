import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { ListedMaterial } from '../../../shared/model/catalogue.ts'
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
import { DropPlaces } from './drop-places.tsx'
import { Facets } from './facets.tsx'
import { ImportResults } from './import-results.tsx'
import { type GridKeys, MaterialGrid } from './material-grid.tsx'
import { MaterialPane } from './pane/material-pane.tsx'
import { PlaceButton } from './place-button.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { TriplesDialog } from './triples-dialog.tsx'
import { useAllFound } from './use-all-found.ts'
import { type Bulk, useBulk } from './use-bulk.ts'
import { type Filter, pageSize, useMaterialPage } from './use-material-page.ts'

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
  readonly bulk: Bulk
}

/** What keys and mouse do on the grid. */
function useGridActs({ chosen, onSelect, bulk, filter }: ListProps, settled: boolean) {
  const navigate = useNavigate()
  const readOnly = useReadOnly()
  const [renamed, setRenamed] = useState<ListedMaterial | null>(null)
  const [dragged, setDragged] = useState<readonly string[]>([])
  const still = readOnly || filter.deleted === true || !settled
  const keys: GridKeys = {
    open: ({ sha256 }) => void navigate(paths.material(sha256)),
    rename: (row) => !still && setRenamed(row),
    discard: (sha256s) => !still && bulk.toBin(sha256s),
    escape: () => (chosen ? void navigate(paths.archive) : onSelect(new Set())),
  }
  return { keys, renamed, setRenamed, dragged, onDrag: still ? null : setDragged }
}

function Materials(props: ListProps) {
  const { filter, onFilter, chosen, selected, onSelect, bulk } = props
  const { pick } = useImports()
  const { ask, page, turn } = useMaterialPage(filter)
  const facets = useAsk('material.facets', filter, { keep: true })
  // Rows of the question before still stand there: nobody may choose what is about to leave.
  const settled = !ask.isPlaceholderData
  const { keys, renamed, setRenamed, dragged, onDrag } = useGridActs(props, settled)
  if (ask.error) return <FaultAlert error={ask.error} onRetry={() => void ask.refetch()} />
  // Until the counts are there: this page, and another where it goes on.
  const atLeast = (page + (ask.data?.next ? 2 : 1)) * pageSize
  return (
    <>
      {dragged.length > 0 ? (
        <DropPlaces
          sha256s={dragged}
          onPlace={(place) => {
            onDrag?.([])
            bulk.place(dragged, place)
          }}
        />
      ) : (
        !chosen && <Facets counts={facets.data} filter={filter} onFilter={onFilter} />
      )}
      <Box sx={{ flex: '1 1 0', minWidth: 0, minHeight: 0, display: 'flex' }}>
        <MaterialGrid
          rows={ask.data?.materials ?? []}
          total={ask.data?.total ?? facets.data?.total ?? atLeast}
          page={page}
          loading={ask.isFetching && !ask.data}
          narrow={chosen !== undefined}
          kind={filter.kind}
          on={filter.on}
          chosen={chosen}
          selected={selected}
          onSelect={(next) => settled && onSelect(next)}
          onPage={turn}
          keys={keys}
          onDrag={onDrag}
          empty={<NoMaterials filter={filter} onAll={() => onFilter({})} pick={pick} />}
        />
      </Box>
      {renamed && <RenameDialog material={renamed} onClose={() => setRenamed(null)} />}
    </>
  )
}

type BarProps = { readonly typed: string; readonly onType: (text: string) => void }

function TopActions({ typed, onType }: BarProps) {
  const { t } = useTranslation()
  const imports = useImports()
  const readOnly = useReadOnly()
  const [triples, setTriples] = useState(false)
  return (
    <>
      <TextField
        type="search"
        label={t('archive:filter')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        sx={{ width: '20rem' }}
      />
      <Button variant="outlined" onClick={() => setTriples(true)}>
        {t('archive:triples.open')}
      </Button>
      <ReasonButton
        variant="contained"
        startIcon={<UploadFileOutlined />}
        reason={readOnly ? t('archive:readOnly') : null}
        onClick={imports.pick}
      >
        {t('archive:import.pick')}
      </ReasonButton>
      {triples && <TriplesDialog onClose={() => setTriples(false)} />}
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
  const bulk = useBulk(clear)
  const all = useAllFound(filter, setSelected)
  const asked = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with nothing chosen.
  useEffect(clear, [asked])
  const choose = ({ text: wanted = '', ...next }: Filter) => {
    setFacet(next)
    clear()
    if (wanted !== text) setTyped(wanted)
  }
  const type = (next: string) => {
    setTyped(next)
    clear()
  }
  return (
    <DropTarget fill label={t('archive:drop')} onFiles={imports.start} disabled={readOnly}>
      <PageShell
        fill
        title={t('frame:screen.archive')}
        question={t('archive:question')}
        actions={<TopActions typed={typed} onType={type} />}
      >
        <ImportResults />
        <BulkBar
          bulk={bulk}
          chosen={[...selected]}
          binned={facet.deleted === true}
          all={all}
          onClear={clear}
        />
        <Stack direction="row" spacing={2} sx={{ flexGrow: 1, minHeight: 0 }}>
          <Materials
            filter={filter}
            onFilter={choose}
            chosen={sha256}
            selected={selected}
            onSelect={setSelected}
            bulk={bulk}
          />
          {sha256 && (
            <MaterialPane
              sha256={sha256}
              onClose={() => void navigate(paths.archive)}
              actions={<PlaceButton sha256={sha256} bulk={bulk} />}
            />
          )}
        </Stack>
      </PageShell>
    </DropTarget>
  )
}
