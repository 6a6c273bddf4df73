/** Papers of the archive that would fit a slot, best first, each with what speaks for it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import List from '@mui/material/List'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Slot } from '../../../../shared/programme/pack.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-act.ts'
import { useAsk } from '../../../app/use-ask.ts'
import { Asked } from '../../../parts/asked.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { useApplication } from '../application-context.ts'
import { SuggestionItem } from './suggestion-item.tsx'

/** How many papers a glance can take in: above, they can be searched. */
const glance = 8

function NothingToChoose({ searched }: { readonly searched: boolean }) {
  const { t } = useTranslation('application')
  return searched ? (
    <EmptyState title={t('choose.notFound')} />
  ) : (
    <EmptyState
      title={t('choose.none')}
      hint={t('choose.noneHint')}
      action={
        <Button component={Link} to={paths.archive}>
          {t('choose.archive')}
        </Button>
      }
    />
  )
}

type Props = {
  readonly slot: Slot
  readonly onClose: () => void
}

export function ChooseDialog({ slot, onClose }: Props) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const ask = useAsk('application.suggest', { id: view.id, slot: slot.id, text }, { keep: true })
  const attach = useAct('application.attach', { key: view.id })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const offered = ask.data?.suggestions ?? []
  const more = (ask.data?.total ?? 0) - offered.length
  const searchable = text !== '' || (ask.data?.total ?? 0) > glance
  const toggle = (sha256: string) =>
    setChosen((now) =>
      now.includes(sha256) ? now.filter((one) => one !== sha256) : [...now, sha256],
    )
  const link = () =>
    attach.mutate({ id: view.id, slot: slot.id, materials: [...chosen] }, { onSuccess: onClose })
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby="choose-title">
      <DialogTitle id="choose-title">{t('choose.title', { title: slot.title })}</DialogTitle>
      {/* Above the list, not in it: where it is scrolled, it can still be searched. */}
      {searchable && (
        <Box sx={{ px: 3, pt: 1, pb: 1 }}>
          <TextField
            fullWidth
            type="search"
            label={t('choose.search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Box>
      )}
      {/* As high with few hits as with many: nothing moves while somebody types. */}
      <DialogContent sx={searchable ? { height: '32rem', pt: 0 } : {}}>
        <Asked ask={ask}>
          {({ suggestions }) =>
            suggestions.length === 0 ? (
              <NothingToChoose searched={text !== ''} />
            ) : (
              <List component="div" dense>
                {suggestions.map((suggestion) => (
                  <SuggestionItem
                    key={suggestion.material.sha256}
                    suggestion={suggestion}
                    checked={chosen.includes(suggestion.material.sha256)}
                    onToggle={toggle}
                  />
                ))}
              </List>
            )
          }
        </Asked>
        {more > 0 && (
          <Typography variant="body2" color="textSecondary">
            {t('choose.more', { count: more })}
          </Typography>
        )}
      </DialogContent>
      {/* Beside the list, not in it: at its end nobody would see it. */}
      {attach.error && (
        <Box sx={{ px: 3, pt: 1 }}>
          <FaultAlert error={attach.error} />
        </Box>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        {(offered.length > 0 || chosen.length > 0) && (
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
