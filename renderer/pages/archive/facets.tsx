import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Divider from '@mui/material/Divider'
import List from '@mui/material/List'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { useLabel } from '../../app/i18n.ts'
import { Facet, FacetGroup, type FacetsProps, toggled } from './facet.tsx'
import { SavedViews } from './saved-views.tsx'
import { ValidityFacets } from './validity-facets.tsx'
import { YearFacets } from './year-facets.tsx'

function Kinds({ counts, filter, onFilter }: FacetsProps) {
  const { t } = useTranslation()
  const labelOf = useLabel()
  const held = counts?.kinds ?? {}
  const kinds = materialKinds.filter(({ id }) => (held[id] ?? 0) > 0 || id === filter.kind)
  if (kinds.length === 0) return null
  return (
    <FacetGroup title={t('archive:facet.kinds')}>
      {kinds.map(({ id, label }) => (
        <Facet
          key={id}
          label={labelOf(label)}
          count={held[id] ?? 0}
          chosen={filter.kind === id}
          onClick={() => onFilter(toggled(filter, 'kind', id))}
        />
      ))}
    </FacetGroup>
  )
}

/** As many as are chosen often; the others are one click away. */
const usual = 8

type WordsProps = FacetsProps & { readonly of: 'tag' | 'cabinet' }

/** Tags and cabinets: words that people gave, the most frequent first. */
function Words({ counts, filter, onFilter, of }: WordsProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const held = (of === 'tag' ? counts?.tags : counts?.cabinets) ?? {}
  const words = Object.entries(held).toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
  const chosen = filter[of]
  const shown = all ? words : words.filter(([word], at) => at < usual || word === chosen)
  if (shown.length === 0) return null
  return (
    <FacetGroup title={t(`archive:facet.${of}s`)}>
      {shown.map(([word, count]) => (
        <Facet
          key={word}
          label={word}
          count={count}
          chosen={chosen === word}
          onClick={() => onFilter(toggled(filter, of, word))}
        />
      ))}
      {shown.length < words.length && (
        <Facet label={t('archive:facet.moreWords')} chosen={false} onClick={() => setAll(true)} />
      )}
    </FacetGroup>
  )
}

function States({ counts, filter, onFilter }: FacetsProps) {
  const { t } = useTranslation()
  const states = [
    ['check', 'confirmed', false, counts?.confirmed.no],
    ['used', 'used', true, counts?.used.yes],
    ['unused', 'used', false, counts?.used.no],
    ['superseded', 'superseded', true, counts?.superseded],
    ['damaged', 'damaged', true, counts?.damaged],
  ] as const
  const rare = ['superseded', 'damaged']
  return (
    <FacetGroup title={t('archive:facet.state')}>
      {states
        .filter(([name, key, , count]) => !rare.includes(name) || count || filter[key])
        .map(([name, key, value, count]) => (
          <Facet
            key={name}
            label={t(`archive:facet.${name}`)}
            count={count ?? 0}
            chosen={filter[key] === value}
            onClick={() => onFilter(toggled(filter, key, value))}
          />
        ))}
    </FacetGroup>
  )
}

const isBare = (filter: FacetsProps['filter']) =>
  Object.values(filter).every((value) => value === undefined)

/** What can be chosen, with counts of what choosing it would show; 回收站 beneath. */
export function Facets(props: FacetsProps) {
  const { counts, filter, onFilter } = props
  const { t } = useTranslation()
  return (
    <List
      component="nav"
      aria-label={t('archive:facets')}
      sx={{ width: '13.5rem', flexShrink: 0, overflow: 'auto', py: 0 }}
    >
      <Facet
        label={t('archive:facet.all')}
        chosen={isBare(filter)}
        onClick={() => onFilter({})}
        {...(isBare(filter) && counts ? { count: counts.total } : {})}
      />
      <SavedViews filter={filter} onFilter={onFilter} />
      <Kinds {...props} />
      <ValidityFacets {...props} />
      <YearFacets {...props} />
      <Words {...props} of="tag" />
      <Words {...props} of="cabinet" />
      <States {...props} />
      <Divider sx={{ mb: 1 }} />
      <Facet
        label={t('archive:facet.bin')}
        icon={<DeleteOutlined fontSize="small" />}
        chosen={filter.deleted === true}
        onClick={() => onFilter({ deleted: true })}
        {...(counts ? { count: counts.binned } : {})}
      />
    </List>
  )
}
