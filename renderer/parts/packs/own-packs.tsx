/** The packs that this vault imported or corrected, each with the way back. */
import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useReadOnly } from '../../app/use-vault.ts'
import { Asked } from '../asked.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { DropPackDialog } from './drop-pack-dialog.tsx'

export function OwnPacks() {
  const { t } = useTranslation('packs')
  const ask = useAsk('programme.list', {})
  const [dropping, setDropping] = useState<ProgrammeRow | null>(null)
  return (
    <div>
      <Typography variant="h3">{t('own')}</Typography>
      <Asked ask={ask}>
        {({ programmes }) => {
          const own = programmes.filter(({ origin }) => origin !== 'shipped')
          if (own.length === 0) {
            return (
              <Typography variant="body2" color="textSecondary">
                {t('own.none')}
              </Typography>
            )
          }
          return own.map((row) => (
            <OwnPack key={`${row.id} ${row.edition}`} row={row} onDrop={() => setDropping(row)} />
          ))
        }}
      </Asked>
      {dropping && <DropPackDialog pack={dropping} onClose={() => setDropping(null)} />}
    </div>
  )
}

type Props = { readonly row: ProgrammeRow; readonly onDrop: () => void }

function OwnPack({ row, onDrop }: Props) {
  const { t } = useTranslation('packs')
  const readOnly = useReadOnly()
  return (
    <Stack
      direction="row"
      spacing={2}
      sx={{ alignItems: 'center', py: 0.75, borderBottom: 1, borderColor: 'divider' }}
    >
      <Link component={RouterLink} to={paths.programme(row.id, row.edition)} sx={{ flex: 1 }}>
        {row.title}
      </Link>
      <Typography variant="body2" color="textSecondary">
        {t('programmes:edition', { edition: row.edition })}
      </Typography>
      <Chip variant="outlined" label={t(`programmes:origin.${row.origin}`)} />
      <ReasonButton reason={readOnly ? t('settings:readOnly') : null} onClick={onDrop}>
        {t(row.origin === 'corrected' ? 'own.drop.corrected' : 'own.drop.imported')}
      </ReasonButton>
    </Stack>
  )
}
