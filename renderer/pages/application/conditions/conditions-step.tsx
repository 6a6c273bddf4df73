/** 申报条件: every condition under the notice's own headings, with its verdict and what it rests on. */
import Stack from '@mui/material/Stack'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { conditionsOf } from '../../../../shared/programme/track.ts'
import { ConditionRow } from '../../../parts/condition-row.tsx'
import { grouped } from '../../../parts/grouped.ts'
import { Panel } from '../../../parts/panel.tsx'
import { useApplication } from '../application-context.ts'
import { useFocusPlace } from '../use-place.ts'
import { Attestation } from './attestation.tsx'
import { Evidence } from './evidence.tsx'
import { MissingLinks } from './missing-links.tsx'
import { ReadingChoice } from './reading-choice.tsx'

export function ConditionsStep() {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const list = useRef<HTMLDivElement>(null)
  useFocusPlace(list, view.id)
  const conditions = conditionsOf(view.pack, view.track)
  return (
    <Stack ref={list} spacing={2} sx={{ maxWidth: '72rem', mx: 'auto' }}>
      {grouped(conditions, ({ group }) => group).map(([group, members]) => (
        <Panel key={group} title={group} hint={t('conditions.count', { count: members.length })}>
          {members.map((condition) => {
            const verdict = view.verdicts.find((one) => one.condition === condition.id)
            return (
              <ConditionRow
                key={condition.id}
                pack={view.pack}
                condition={condition}
                verdict={verdict}
              >
                {verdict && <MissingLinks verdict={verdict} />}
                {verdict && <Evidence verdict={verdict} />}
                <ReadingChoice condition={condition} />
                {verdict && <Attestation condition={condition} verdict={verdict} />}
              </ConditionRow>
            )
          })}
        </Panel>
      ))}
    </Stack>
  )
}
