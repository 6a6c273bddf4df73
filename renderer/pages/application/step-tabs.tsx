/** The five steps, each with its own state in words. */
import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../parts/state-mark.tsx'
import { type StepId, steps, useApplication } from './application-context.ts'
import { stepState } from './step-state.ts'

export function StepTabs({ step }: { readonly step: StepId }) {
  const { t } = useTranslation('application')
  const { view, goTo } = useApplication()
  return (
    <Tabs
      value={step}
      onChange={(_, to: StepId) => goTo(to)}
      aria-label={t('steps')}
      variant="scrollable"
      sx={{ mt: 0.5, minHeight: 0 }}
    >
      {steps.map((one, at) => {
        const state = stepState(view, one)
        return (
          <Tab
            key={one}
            value={one}
            sx={{ flexDirection: 'row', gap: 1, px: 1.5, py: 1, minHeight: 0 }}
            label={
              <>
                <Box component="span" sx={{ typography: 'body1', fontWeight: 600 }}>
                  {t('step.numbered', { number: at + 1, title: t(`step.${one}`) })}
                </Box>
                <StateMark tone={state.tone}>
                  {t(`state.${state.key}`, { count: state.count })}
                </StateMark>
              </>
            }
          />
        )
      })}
    </Tabs>
  )
}
