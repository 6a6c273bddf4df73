import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from './paths.ts'
import { screens } from './screens.ts'
import { useAsk } from './use-ask.ts'
import { useReadOnly } from './use-vault.ts'

/** One line of the palette; without an address it is the import action. */
export type Hit = {
  readonly id: string
  readonly group: 'screen' | 'action' | 'programme' | 'application' | 'material'
  readonly label: string
  readonly to?: string
}

/** True when every word of the search stands somewhere in the label, whatever the case. */
export function matches(label: string, text: string): boolean {
  const where = label.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word))
}

/** What the palette offers for a text: everything but materials already at the empty text. */
export function useHits(text: string): readonly Hit[] {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const wanted = useDeferredValue(text.trim())
  const programmes = useAsk('programme.list', {}).data?.programmes ?? []
  const applications = useAsk('application.list', {}).data ?? []
  const found = useAsk(
    'material.list',
    { text: wanted, limit: 20 },
    { enabled: wanted !== '', keep: true },
  )
  const materials = wanted === '' ? [] : (found.data?.materials ?? [])
  const hits: readonly Hit[] = [
    ...screens.map(
      ({ id, path }): Hit => ({ id, group: 'screen', label: t(`frame:screen.${id}`), to: path }),
    ),
    { id: 'verify', group: 'action', label: t('proof:verify.title'), to: paths.verify },
    ...(readOnly
      ? []
      : [{ id: 'import', group: 'action' as const, label: t('frame:action.import') }]),
    ...applications.map(
      ({ id, title, edition }): Hit => ({
        id,
        group: 'application',
        label: `${title} ${edition}`,
        to: paths.application(id),
      }),
    ),
    ...programmes.map(
      ({ id, title, edition }): Hit => ({
        id: `${id}/${edition}`,
        group: 'programme',
        label: `${title} ${edition}`,
        to: paths.programme(id, edition),
      }),
    ),
  ]
  return [
    ...hits.filter(({ label }) => matches(label, wanted)),
    ...materials.map(
      ({ sha256, name }): Hit => ({
        id: sha256,
        group: 'material',
        label: name,
        to: paths.material(sha256),
      }),
    ),
  ]
}
