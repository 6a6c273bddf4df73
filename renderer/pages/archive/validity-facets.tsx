import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { validityStates } from '../../../shared/model/catalogue.ts'
import { useToday } from '../../app/use-vault.ts'
import { FactField } from '../../parts/fact-field.tsx'
import { Facet, FacetGroup, type FacetsProps, toggled, withValue } from './facet.tsx'

/** States that are shown only where a paper is in them. */
const rare = ['future']

/** How papers stand on a day: today, or any other that a notice names. */
export function ValidityFacets({ counts, filter, onFilter }: FacetsProps) {
  const { t } = useTranslation()
  const today = useToday()
  const day = filter.on ?? today
  const label = t('archive:facet.on')
  const states = validityStates.filter(
    (state) =>
      !rare.includes(state) || (counts?.validity[state] ?? 0) > 0 || filter.validity === state,
  )
  // A paper that was to be valid on the old day is to be valid on the new one.
  const judge = (on: string | undefined) => {
    const next = withValue(filter, 'on', on)
    onFilter(filter.validOn ? { ...next, validOn: on ?? today } : next)
  }
  return (
    <FacetGroup title={t('archive:facet.validity')}>
      <Box sx={{ px: 2, py: 0.5 }}>
        <FactField
          kind={{ key: 'on', type: 'date', label: { 'zh-CN': label, en: label } }}
          value={day}
          onSave={(on) => judge(on === '' || on === today ? undefined : on)}
        />
      </Box>
      <Facet
        label={t('archive:facet.validOn')}
        chosen={filter.validOn !== undefined}
        onClick={() => onFilter(withValue(filter, 'validOn', filter.validOn ? undefined : day))}
        {...(counts && !filter.validity && !filter.validOn
          ? { count: counts.validity.valid + counts.validity.expiring }
          : {})}
      />
      {states.map((state) => (
        <Facet
          key={state}
          label={t(`archive:validity.${state}`)}
          count={counts?.validity[state] ?? 0}
          chosen={filter.validity === state}
          onClick={() => onFilter(toggled(filter, 'validity', state))}
        />
      ))}
    </FacetGroup>
  )
}
