/** Where papers linked in applications say something else: told at the figure, and at the paper. */
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { FoundConflict } from '../../shared/model/application.ts'
import type { Place } from '../../shared/model/finding.ts'
import { conflictLabel } from '../../shared/programme/claims.ts'
import { figure } from '../../shared/text/figure.ts'
import { useLabel } from '../app/i18n.ts'
import { paths } from '../app/paths.ts'
import { useAsk } from '../app/use-ask.ts'
import { StateMark } from './state-mark.tsx'

export const useConflicts = (): readonly FoundConflict[] =>
  useAsk('application.conflicts', {}).data ?? []

const placeOf = ({ field, slot }: FoundConflict): Place =>
  field ? { step: 'form', ref: field.id } : { step: 'materials', ref: slot }

/** One line for each; it leads to the application. */
export function ConflictNotes({ conflicts }: { readonly conflicts: readonly FoundConflict[] }) {
  const { t } = useTranslation()
  const label = useLabel()
  if (conflicts.length === 0) return null
  return (
    <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {conflicts.map((one) => {
        const place = placeOf(one)
        const words = {
          ...one,
          shown: `${figure(one.shown)}${one.unit}`,
          value: `${figure(one.value)}${one.unit}`,
          fact: label(one.fact),
          label: one.field?.label ?? label(conflictLabel(one.key)),
        }
        return (
          <li key={`${one.application} ${one.sha256} ${one.key} ${one.field?.id}`}>
            <StateMark tone={one.confirmed ? 'doubt' : 'info'}>
              <Link
                component={RouterLink}
                to={paths.application(one.application, place.step)}
                state={{ place }}
                color="inherit"
              >
                {t(one.field ? 'frame:conflict.form' : 'frame:conflict.profile', words)}
              </Link>
            </StateMark>
          </li>
        )
      })}
    </Stack>
  )
}
