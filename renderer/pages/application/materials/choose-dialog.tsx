/** Papers of the archive that would fit a slot, best first. */
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SlotView } from '../../../../shared/model/application.ts'
import type { Slot } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-act.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { useApplication } from '../application-context.ts'
import { MaterialFacts } from './material-facts.tsx'

type Props = {
  readonly slot: Slot
  readonly held: SlotView | undefined
  readonly onClose: () => void
}

export function ChooseDialog({ slot, held, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const attach = useAct('application.attach', { key: view.id })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const offered = held?.suggestions ?? []
  const toggle = (sha256: string) =>
    setChosen((now) =>
      now.includes(sha256) ? now.filter((one) => one !== sha256) : [...now, sha256],
    )
  const link = () =>
    attach.mutate({ id: view.id, slot: slot.id, materials: [...chosen] }, { onSuccess: onClose })
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="choose-title">
      <DialogTitle id="choose-title">{t('choose.title', { title: slot.title })}</DialogTitle>
      <DialogContent>
        {offered.length === 0 && (
          <EmptyState
            title={t('choose.none')}
            hint={t('choose.noneHint')}
            action={
              <Button component={Link} to={paths.archive}>
                {t('choose.archive')}
              </Button>
            }
          />
        )}
        <List dense>
          {offered.map((material) => (
            <ListItemButton key={material.sha256} onClick={() => toggle(material.sha256)}>
              <ListItemIcon>
                <Checkbox
                  edge="start"
                  tabIndex={-1}
                  disableRipple
                  checked={chosen.includes(material.sha256)}
                  slotProps={{ input: { 'aria-label': material.name } }}
                />
              </ListItemIcon>
              <ListItemText
                primary={material.name}
                secondary={<MaterialFacts material={material} />}
                slotProps={{ secondary: { component: 'div' } }}
              />
            </ListItemButton>
          ))}
        </List>
        <FaultAlert error={attach.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        {offered.length > 0 && (
          <Button
            variant="contained"
            disabled={chosen.length === 0}
            loading={attach.isPending}
            onClick={link}
          >
            {t('choose.link', { count: chosen.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
