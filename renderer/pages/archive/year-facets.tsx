import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FactField } from '../../parts/fact-field.tsx'
import { Facet, FacetGroup, type FacetsProps, toggled, withValue } from './facet.tsx'

/** As many years as are looked for often; the others are one click away. */
const usualYears = 6

/** One year, or from one year to another. */
export function YearFacets({ counts, filter, onFilter }: FacetsProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const years = Object.keys(counts?.years ?? {})
    .map(Number)
    .sort((a, b) => b - a)
  const shown = all ? years : years.filter((year, at) => at < usualYears || year === filter.year)
  const ranged = filter.yearFrom !== undefined || filter.yearTo !== undefined
  if (shown.length === 0 && !ranged) return null
  const bound = (key: 'yearFrom' | 'yearTo') => {
    const label = t(`archive:facet.${key}`)
    const keep = (typed: string) => {
      const year = /^\d{4}$/.test(typed) ? Number(typed) : undefined
      onFilter(withValue(filter, key, year || undefined))
    }
    return (
      <FactField
        kind={{ key, type: 'text', label: { 'zh-CN': label, en: label } }}
        value={String(filter[key] ?? '')}
        onSave={keep}
      />
    )
  }
  return (
    <FacetGroup title={t('archive:facet.years')}>
      {shown.map((year) => (
        <Facet
          key={year}
          label={year === 0 ? t('archive:facet.noYear') : String(year)}
          count={counts?.years[year] ?? 0}
          chosen={filter.year === year}
          onClick={() => onFilter(toggled(filter, 'year', year))}
        />
      ))}
      {shown.length < years.length && (
        <Facet label={t('archive:facet.more')} chosen={false} onClick={() => setAll(true)} />
      )}
      <Stack direction="row" spacing={1} sx={{ px: 2, py: 0.5 }}>
        {bound('yearFrom')}
        {bound('yearTo')}
      </Stack>
    </FacetGroup>
  )
}
