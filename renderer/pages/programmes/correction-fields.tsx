/** The values of one kind that can be corrected, under what they belong to. */
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Correctable } from '../../../shared/programme/correctable.ts'
import { grouped } from '../../parts/grouped.ts'
import { keyLabel, ownerOf } from './correction-label.ts'
import { faultIn, isDate, keyOf, type Typed } from './corrections.ts'

type Props = {
  readonly fields: readonly Correctable[]
  readonly typed: Typed
  readonly onChange: (field: Correctable, value: string) => void
}

/** Two owners may bear the same words; their paths tell them apart. */
const placeOf = ({ path, group }: Correctable): string =>
  path
    .slice(0, group === 'conditions' || group === 'slots' ? (path[0] === 'tracks' ? 4 : 2) : 2)
    .join('.')

export function CorrectionFields({ fields, typed, onChange }: Props) {
  const { t } = useTranslation('programmes')
  return (
    <Box sx={{ maxHeight: '22rem', overflow: 'auto', pt: 1 }}>
      {grouped(fields, placeOf).map(([place, members]) => (
        <Box key={place} component="section" sx={{ mb: 2 }}>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {members[0] && ownerOf(members[0], t)}
          </Typography>
          <Box
            sx={{
              display: 'grid',
              gap: 1.5,
              gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))',
            }}
          >
            {members.map((one) => {
              const fault = faultIn(one, typed)
              return (
                <TextField
                  key={keyOf(one)}
                  label={keyLabel(one, t)}
                  value={typed[keyOf(one)] ?? String(one.value)}
                  placeholder={isDate(one) ? t('correct.datePlaceholder') : ''}
                  error={fault !== null}
                  helperText={fault ? t(`correct.fault.${fault}`) : ''}
                  slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 500 } }}
                  onChange={(event) => onChange(one, event.target.value)}
                />
              )
            })}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
