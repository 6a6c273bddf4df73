/** One family of titles as its rungs, lowest first; each with the programmes that lead to it. */
import ArrowForwardIcon from '@mui/icons-material/ArrowForward'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { compareFit } from '../../../shared/programme/fit.ts'
import { titleLabel } from '../../../shared/programme/label.ts'
import type { Ladder, LadderPath, Rung } from '../../../shared/programme/ladder.ts'
import { listed, longDate } from '../../app/format.ts'
import { useLabel, useLanguage } from '../../app/i18n.ts'
import { paths as addresses } from '../../app/paths.ts'
import { StateMark, type Tone } from '../../parts/state-mark.tsx'
import { routesOf } from './routes-of.ts'

type Props = { readonly ladder: Ladder; readonly programmes: readonly ProgrammeRow[] }

export function LadderRow({ ladder, programmes }: Props) {
  const climbing = ladder.rungs.length > 1
  return (
    <Box
      component="ol"
      sx={{
        m: 0,
        p: 0,
        py: climbing ? 1.5 : 0,
        listStyle: 'none',
        display: 'flex',
        gap: 1,
        alignItems: 'stretch',
        ...(climbing ? { borderTop: 1, borderColor: 'divider', overflowX: 'auto' } : {}),
      }}
    >
      {ladder.rungs.map((rung, index) => (
        <Fragment key={rung.code}>
          {index > 0 && (
            <ArrowForwardIcon
              aria-hidden
              color={rung.level > (ladder.rungs[index - 1]?.level ?? 0) ? 'action' : 'disabled'}
              sx={{ alignSelf: 'center', flex: 'none' }}
            />
          )}
          <RungBox rung={rung} programmes={programmes} />
        </Fragment>
      ))}
    </Box>
  )
}

function RungBox({
  rung,
  programmes,
}: {
  readonly rung: Rung
  readonly programmes: Props['programmes']
}) {
  const { t } = useTranslation('programmes')
  const label = useLabel()
  const language = useLanguage()
  return (
    <Box
      component="li"
      sx={{
        flex: '1 1 0',
        minWidth: '9rem',
        p: 1.5,
        border: 1,
        borderRadius: 1,
        borderColor: rung.held ? 'success.main' : 'divider',
      }}
    >
      <Typography variant="h3">{label(titleLabel(rung.code))}</Typography>
      {rung.held && (
        <StateMark tone="good" strong>
          {rung.since
            ? t('rung.heldSince', { day: longDate(rung.since, language) })
            : t('rung.held')}
        </StateMark>
      )}
      {rung.paths.length === 0 && !rung.held && (
        <Typography variant="caption" color="textSecondary" component="p">
          {t('rung.noPath')}
        </Typography>
      )}
      {routesOf(rung.paths).map(([key, paths]) => (
        <RouteLine key={key} paths={paths} programmes={programmes} />
      ))}
    </Box>
  )
}

const tones: { readonly [S in LadderPath['state']]: Tone } = {
  open: 'info',
  lacking: 'doubt',
  excluded: 'bad',
  held: 'none',
}

type RouteProps = {
  /** Of one programme, all standing alike. */
  readonly paths: readonly LadderPath[]
  readonly programmes: Props['programmes']
}

/** More tracks than these are counted, not named. */
const named = 2

function RouteLine({ paths, programmes }: RouteProps) {
  const { t } = useTranslation('programmes')
  const label = useLabel()
  const language = useLanguage()
  const [path] = paths
  if (!path) return null
  const row = programmes.find(({ id, edition }) => id === path.id && edition === path.edition)
  const matches = paths.flatMap(
    ({ track }) => row?.tracks.find(({ id }) => id === track)?.match ?? row?.match ?? [],
  )
  const [match] = matches.toSorted(compareFit)
  const needs = path.needs.map(({ titles, min, years }) => {
    const names = titles.map((code) => label(titleLabel(code))).join(t('or'))
    if (years > 0) return t('need.years', { names, years })
    return min > 1 ? t('need.several', { names, min }) : names
  })
  const state = path.state === 'open' && path.climbs ? 'climb' : path.state
  const tracks = paths.filter(({ track }) => track !== null).map(({ title }) => title)
  const which =
    tracks.length > named ? t('tracks.count', { count: tracks.length }) : listed(tracks, language)
  const to = paths.length === 1 ? (path.track ?? undefined) : undefined
  return (
    <Box sx={{ mt: 0.75 }}>
      <Link
        component={RouterLink}
        to={addresses.programme(path.id, path.edition, to)}
        sx={{ typography: 'body2' }}
      >
        {which === ''
          ? path.title
          : t('path.track', { short: row?.short ?? path.title, track: which })}
      </Link>
      <div>
        <StateMark tone={state === 'climb' ? 'good' : tones[path.state]}>
          {t(`path.${state}`, { needs: needs.join(t('semicolon')) })}
        </StateMark>
      </div>
      {match && path.state !== 'held' && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('path.match', { match: t(`terms:match.${match.outcome}`) })}
        </Typography>
      )}
    </Box>
  )
}
