/** Each condition with the enterprise's own verdict, and where judging again came out otherwise. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { conditionsOf } from '../../../shared/programme/track.ts'
import { ConditionRow } from '../../parts/condition-row.tsx'
import { grouped } from '../../parts/grouped.ts'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { useReading } from './reading-context.ts'
import { ReasonMark } from './reason-mark.tsx'

export function ConditionsPart({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('review')
  const { reading } = useReading()
  const { verdicts, recheck, attestations, row } = reading
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.condition, verdict]))
  const again = new Map(recheck?.verdicts.map((verdict) => [verdict.condition, verdict]))
  return (
    <>
      {recheck && (
        <StateMark tone={recheck.differing.length > 0 ? 'doubt' : 'good'}>
          {recheck.differing.length > 0
            ? t('recheck.differs', { count: recheck.differing.length })
            : t('recheck.same')}
        </StateMark>
      )}
      {grouped(conditionsOf(pack, row.track), ({ group }) => group).map(([group, conditions]) => (
        <Box key={group} sx={{ mt: 2 }}>
          <Typography variant="h3" gutterBottom>
            {group}
          </Typography>
          {conditions.map((condition) => {
            const attested = attestations[condition.id]
            const other = recheck?.differing.includes(condition.id) && again.get(condition.id)
            return (
              <ConditionRow
                key={condition.id}
                pack={pack}
                condition={condition}
                verdict={verdictOf.get(condition.id)}
              >
                {attested && (
                  <Typography variant="body2" color="textSecondary">
                    {t('attested', {
                      name: attested.name,
                      day: attested.on,
                      note: attested.note,
                    })}
                  </Typography>
                )}
                <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                  {other && (
                    <>
                      <Typography variant="body2" color="textSecondary">
                        {t('recheck.here')}
                      </Typography>
                      <OutcomeMark outcome={other.outcome} />
                    </>
                  )}
                  <ReasonMark
                    at={{
                      place: { step: 'conditions', ref: condition.id },
                      label: condition.text.slice(0, 300),
                      material: null,
                    }}
                  />
                </Stack>
              </ConditionRow>
            )
          })}
        </Box>
      ))}
    </>
  )
}
