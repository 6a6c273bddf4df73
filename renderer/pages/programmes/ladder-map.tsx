/** 荣誉阶梯: families of titles, what is held, and what can be applied for from there. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { ProgrammeList } from '../../../shared/model/programme.ts'
import { titleLabel } from '../../../shared/programme/label.ts'
import { nextRungs } from '../../../shared/programme/ladder.ts'
import { listed } from '../../app/format.ts'
import { useLabel, useLanguage } from '../../app/i18n.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { LadderRow } from './ladder-row.tsx'

export function LadderMap({ list }: { readonly list: ProgrammeList }) {
  const { t } = useTranslation('programmes')
  const climbing = list.ladders.filter(({ rungs }) => rungs.length > 1)
  const single = list.ladders.filter(({ rungs }) => rungs.length === 1)
  return (
    <>
      <FromHere list={list} />
      <Panel title={t('ladder.families')} hint={t('ladder.hint')}>
        {climbing.length === 0 && <Typography color="textSecondary">{t('ladder.none')}</Typography>}
        {climbing.map((ladder) => (
          <LadderRow key={ladder.family} ladder={ladder} programmes={list.programmes} />
        ))}
      </Panel>
      {single.length > 0 && (
        <Panel title={t('ladder.single')} hint={t('ladder.singleHint')}>
          <Box
            sx={{
              display: 'grid',
              gap: 1.5,
              gridTemplateColumns: 'repeat(auto-fill, minmax(min(19rem, 100%), 1fr))',
            }}
          >
            {single.map((ladder) => (
              <LadderRow key={ladder.family} ladder={ladder} programmes={list.programmes} />
            ))}
          </Box>
        </Panel>
      )}
    </>
  )
}

/** What the enterprise holds, and where that leads. */
function FromHere({ list }: { readonly list: ProgrammeList }) {
  const { t } = useTranslation('programmes')
  const label = useLabel()
  const held = list.ladders.flatMap(({ rungs }) => rungs.filter((rung) => rung.held))
  const next = nextRungs(list.ladders)
  const language = useLanguage()
  return (
    <Panel title={t('ladder.here')}>
      {held.length === 0 ? (
        <EmptyState
          title={t('ladder.nothingHeld')}
          hint={t('ladder.nothingHeldHint')}
          action={
            <Link component={RouterLink} to={paths.archive}>
              {t('ladder.archive')}
            </Link>
          }
        />
      ) : (
        <>
          <Typography>
            {t('ladder.held', {
              names: listed(
                held.map(({ code }) => label(titleLabel(code))),
                language,
              ),
            })}
          </Typography>
          <Typography sx={{ mt: 0.5 }}>
            {t(next.length > 0 ? 'ladder.next' : 'ladder.noNext')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 3 }}>
            {next.map((path) => (
              <li key={`${path.id} ${path.edition} ${path.track} ${path.code}`}>
                <Link
                  component={RouterLink}
                  to={paths.programme(path.id, path.edition, path.track ?? undefined)}
                >
                  {label(titleLabel(path.code))}
                </Link>
              </li>
            ))}
          </Box>
        </>
      )}
    </Panel>
  )
}
