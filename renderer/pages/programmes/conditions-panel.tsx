/** 申报条件 with the verdict of this moment, under the notice's own headings. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ProgrammeView } from '../../../shared/model/programme.ts'
import type { Verdict } from '../../../shared/model/verdict.ts'
import { missingLabel } from '../../../shared/programme/label.ts'
import { conditionsOf } from '../../../shared/programme/track.ts'
import { listed } from '../../app/format.ts'
import { useLabel, useLanguage } from '../../app/i18n.ts'
import { paths } from '../../app/paths.ts'
import { ConditionRow } from '../../parts/condition-row.tsx'
import { grouped } from '../../parts/grouped.ts'
import { Panel } from '../../parts/panel.tsx'
import { ReadingsList } from '../../parts/readings-list.tsx'

export function ConditionsPanel({ view }: { readonly view: ProgrammeView }) {
  const { t } = useTranslation('programmes')
  const conditions = conditionsOf(view.pack, view.track)
  return (
    <Panel title={t('conditions')} hint={t('conditions.hint')}>
      {grouped(conditions, ({ group }) => group).map(([group, members]) => (
        <Box key={group} component="section" sx={{ mt: 2 }}>
          <Typography variant="h3">{group}</Typography>
          {members.map((condition) => {
            const verdict = view.verdicts.find((one) => one.condition === condition.id)
            return (
              <ConditionRow
                key={condition.id}
                pack={view.pack}
                condition={condition}
                verdict={verdict}
              >
                <ReadingsList condition={condition} />
                {verdict && <ProfileGaps view={view} verdict={verdict} />}
              </ConditionRow>
            )
          })}
        </Box>
      ))}
    </Panel>
  )
}

/** Before an application exists, only the profile can be completed. */
function ProfileGaps({
  view,
  verdict,
}: {
  readonly view: ProgrammeView
  readonly verdict: Verdict
}) {
  const { t } = useTranslation('programmes')
  const label = useLabel()
  const language = useLanguage()
  const gaps = verdict.missing.filter(({ what }) => what === 'indicator' || what === 'fact')
  if (gaps.length === 0) return null
  const names = gaps.map((missing) => label(missingLabel(view.pack, missing)))
  return (
    <Button component={Link} to={paths.enterprise} size="small">
      {t('conditions.gap', { names: listed(names, language) })}
    </Button>
  )
}
