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
import { useTellTaken } from '../../../app/second-thought.tsx'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { InsideTicks } from './inside-ticks.tsx'
import { MaterialFacts } from './material-facts.tsx'

type Props = { readonly slot: Slot; readonly material: Material }

/** Takes the paper out of its slot; brought back, it has its ticks again. */
function useRemoval({ id: slot }: Slot, { sha256, name }: Material) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const { id } = view
  const { mutateAsync, isPending, error, reset } = useAct('application.detach', { key: id })
  const attach = useAct('application.attach', { key: id })
  const tick = useAct('application.tick', { key: id })
  const tell = useTellTaken()
  const ticks = view.ticks.filter((each) => each.slot === slot && each.sha256 === sha256)
  const undo = () => {
    attach.mutate({ id, slot, materials: [sha256] })
    for (const { point, name: by } of ticks) {
      tick.mutate({ id, slot, sha256, point, ticked: true, name: by })
    }
  }
  const take = () => tell(mutateAsync({ id, slot, sha256 }), t('slot.removed', { name }), undo)
  return { take, isPending, error, reset }
}

export function LinkedMaterial({ slot, material }: Props) {
  const { t } = useTranslation('application')
  const remove = useRemoval(slot, material)
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
