import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { OpenPlace } from '../../../shared/model/use.ts'
import { PlaceList } from './place-list.tsx'

type Props = {
  /** What is being dragged. */
  readonly sha256s: readonly string[]
  readonly onPlace: (place: OpenPlace) => void
}

/** While papers are dragged: the slots they can be let go on, where the facets stood. */
export function DropPlaces({ sha256s, onPlace }: Props) {
  const { t } = useTranslation()
  return (
    <Card
      sx={{
        width: '18rem',
        flexShrink: 0,
        overflow: 'auto',
        borderColor: 'primary.main',
        borderStyle: 'dashed',
      }}
    >
      <Typography variant="h3" color="primary" sx={{ p: 1.5 }}>
        {t('archive:place.drop', { count: sha256s.length })}
      </Typography>
      <PlaceList sha256s={sha256s} onPlace={onPlace} />
    </Card>
  )
}
