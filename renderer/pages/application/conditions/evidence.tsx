/** The papers that a verdict rests on. */
import AttachFileIcon from '@mui/icons-material/AttachFile'
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Verdict } from '../../../../shared/model/verdict.ts'
import { paths } from '../../../app/paths.ts'
import { useApplication } from '../application-context.ts'

export function Evidence({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  if (verdict.evidence.length === 0) return null
  const held = view.slots.flatMap(({ materials }) => materials)
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5, mt: 0.5, alignItems: 'center' }}>
      {verdict.evidence.map((sha256) => (
        <Chip
          key={sha256}
          clickable
          component={Link}
          to={paths.material(sha256)}
          variant="outlined"
          icon={<AttachFileIcon />}
          label={held.find((material) => material.sha256 === sha256)?.name ?? t('evidence.archive')}
        />
      ))}
    </Stack>
  )
}
