/** 类别（方向）as tabs over the conditions and papers that differ between them. */
import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { useAsk } from '../../app/use-ask.ts'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'
import { SourceNote } from '../../parts/source-note.tsx'

type Props = {
  readonly pack: Pack
  readonly track: string | null
  readonly onTrack: (track: string | null) => void
}

/** A tab needs a value; no track is the tab of what all share. */
const common = ''

export function TrackTabs({ pack, track, onTrack }: Props) {
  const { t } = useTranslation('programmes')
  const rows = useAsk('programme.list', {}).data?.programmes ?? []
  const row = rows.find(({ id, edition }) => id === pack.id && edition === pack.edition)
  const chosen = trackOf(pack, track)
  return (
    <Box>
      <Typography variant="h2">{t('tracks.title')}</Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        {t('tracks.hint')}
        {chosen && <SourceNote pack={pack} source={chosen.source} />}
      </Typography>
      <Tabs
        value={track ?? common}
        onChange={(_, next: string) => onTrack(next === common ? null : next)}
        variant="scrollable"
        aria-label={t('tracks.title')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value={common} label={t('track.common')} />
        {pack.tracks.map(({ id, title }) => {
          const match = row?.tracks.find((one) => one.id === id)?.match
          return (
            <Tab
              key={id}
              value={id}
              sx={{ maxWidth: '20rem' }}
              label={
                <span>
                  {title}
                  <br />
                  {match && <OutcomeMark outcome={match.outcome} of="match" />}
                </span>
              }
            />
          )
        })}
      </Tabs>
    </Box>
  )
}
