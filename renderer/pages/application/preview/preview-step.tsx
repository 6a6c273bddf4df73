/** 预览与盖章: the 申报书 as it will be printed; then print, stamp, sign, and bring the scan back. */
import Box from '@mui/material/Box'
import MuiTab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { NoForm } from '../form/no-form.tsx'
import { useFocusPlace, usePlace } from '../use-place.ts'
import { type Bound, BoundVolumeTab } from './bound-volume.tsx'
import { FormPreview } from './form-preview.tsx'
import { StampPlanTab } from './stamp-plan.tsx'
import { Statements } from './statements.tsx'
import { SummaryTab } from './summary-table.tsx'

type Tab = 'form' | 'volume' | 'stamps' | 'summary'

/** A tab for each paper; what was made stays while the step is open. */
export function PreviewStep() {
  const { t } = useTranslation('print')
  const { view } = useApplication()
  const [tab, setTab] = useState<Tab>('form')
  const [bound, setBound] = useState<Bound | null>(null)
  const { place, asked } = usePlace()
  const [followed, setFollowed] = useState('')
  // All that a finding can lead to here stands on the first tab.
  if (place && followed !== asked) {
    setFollowed(asked)
    setTab('form')
  }
  const bind = useAct('application.bind', { key: view.id })
  const shown = (each: Tab) => ({ hidden: tab !== each, style: tab === each ? filling : undefined })
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: '28rem' }}>
      <Tabs
        value={tab}
        onChange={(_, next: Tab) => setTab(next)}
        aria-label={t('tabs')}
        sx={{ mb: 2, flex: 'none' }}
      >
        <MuiTab value="form" label={t('tab.form')} />
        <MuiTab value="volume" label={t('tab.volume')} />
        <MuiTab value="stamps" label={t('tab.stamps')} />
        {view.pack.summary && <MuiTab value="summary" label={t('tab.summary')} />}
      </Tabs>
      <div {...shown('form')}>{view.pack.form ? <FormPreview /> : <WithoutForm />}</div>
      <div {...shown('volume')}>
        <BoundVolumeTab act={bind} bound={bound} onBound={setBound} />
      </div>
      <div {...shown('stamps')}>
        <StampPlanTab starts={bound?.volume.starts ?? noStarts} />
      </div>
      <div {...shown('summary')}>
        <SummaryTab />
      </div>
    </Box>
  )
}

/** The statements to be signed go to paper all the same. */
function WithoutForm() {
  const { view } = useApplication()
  const around = useRef<HTMLDivElement>(null)
  useFocusPlace(around, view.id)
  return (
    <div ref={around}>
      <NoForm />
      <Statements />
    </div>
  )
}

const filling = { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 } as const
const noStarts = {}
