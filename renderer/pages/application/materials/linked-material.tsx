/** One paper in a slot, with the way to look at it and to take it out again. */
import DescriptionIcon from '@mui/icons-material/DescriptionOutlined'
import LinkOffIcon from '@mui/icons-material/LinkOff'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { Material } from '../../../../shared/model/material.ts'
import type { Slot } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { paths } from '../../../app/paths.ts'
import { useUnlink } from '../use-unlink.ts'
import { InsideTicks } from './inside-ticks.tsx'
import { MaterialFacts } from './material-facts.tsx'

type Props = { readonly slot: Slot; readonly material: Material }

export function LinkedMaterial({ slot, material }: Props) {
  const { t } = useTranslation('application')
  const remove = useUnlink({ ...material, slot: slot.id })
  const label = t('slot.remove', { name: material.name })
  return (
    <Box component="li" sx={{ mt: 1, p: 1, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <DescriptionIcon aria-hidden color="action" />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Link
            component={RouterLink}
            to={paths.material(material.sha256)}
            sx={{ overflowWrap: 'anywhere' }}
          >
            {material.name}
          </Link>
          <MaterialFacts material={material} />
        </Box>
        <IconButton
          aria-label={label}
          title={label}
          disabled={remove.isPending}
          onClick={remove.take}
        >
          <LinkOffIcon />
        </IconButton>
      </Box>
      <InsideTicks slot={slot} sha256={material.sha256} />
      <FaultAlert error={remove.error} onClose={remove.reset} />
    </Box>
  )
}
