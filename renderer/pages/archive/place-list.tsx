import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import ListSubheader from '@mui/material/ListSubheader'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenPlace } from '../../../shared/model/use.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'

type PlaceProps = { readonly place: OpenPlace; readonly onPlace: (place: OpenPlace) => void }

function Place({ place, onPlace }: PlaceProps) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    onPlace(place)
  }
  const { held, min, max } = place
  return (
    <ListItemButton
      dense
      selected={over}
      onClick={() => onPlace(place)}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <ListItemText
        primary={place.slotTitle}
        secondary={t(max === null ? 'archive:place.held' : 'archive:place.heldOf', {
          held,
          min,
          max,
        })}
      />
    </ListItemButton>
  )
}

type Props = {
  readonly sha256s: readonly string[]
  readonly onPlace: (place: OpenPlace) => void
}

/** Applications with the slots that take all of these papers: to be chosen, or dropped upon. */
export function PlaceList({ sha256s, onPlace }: Props) {
  const { t } = useTranslation()
  const ask = useAsk('material.places', { sha256s: [...sha256s] })
  return (
    <Asked ask={ask}>
      {(places) =>
        places.length === 0 ? (
          <EmptyState title={t('archive:place.none')} hint={t('archive:place.noneHint')} />
        ) : (
          [...new Set(places.map(({ application }) => application))].map((application) => {
            const own = places.filter((place) => place.application === application)
            const title = t('archive:version.use', {
              title: own[0]?.title,
              edition: own[0]?.edition,
            })
            return (
              <List
                key={application}
                dense
                aria-label={title}
                subheader={<ListSubheader>{title}</ListSubheader>}
              >
                {own.map((place) => (
                  <Place key={place.slot} place={place} onPlace={onPlace} />
                ))}
              </List>
            )
          })
        )
      }
    </Asked>
  )
}
