/** Header, steps and findings around the step on screen. Ctrl+Enter goes to the next step. */
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { type ComponentType, useState } from 'react'
import { useLocation } from 'react-router'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { type StepId, steps, useApplication } from './application-context.ts'
import { ApplicationHeader, short } from './application-header.tsx'
import { ConditionsStep } from './conditions/conditions-step.tsx'
import { ExportStep } from './export/export-step.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { FormStep } from './form/form-step.tsx'
import { MaterialsStep } from './materials/materials-step.tsx'
import { PreviewStep } from './preview/preview-step.tsx'
import { SaveTrouble } from './save-trouble.tsx'
import { StepFooter } from './step-footer.tsx'
import { StepTabs } from './step-tabs.tsx'

const screens: { readonly [S in StepId]: ComponentType } = {
  conditions: ConditionsStep,
  form: FormStep,
  materials: MaterialsStep,
  preview: PreviewStep,
  export: ExportStep,
}

export function ApplicationFrame({ step }: { readonly step: StepId }) {
  const { view, goTo } = useApplication()
  const { state } = useLocation() as { state: { listed?: boolean } | null }
  // Begun from another, what has to be renewed is what a person wants to see first.
  const [listed, setListed] = useState(state?.listed ?? false)
  const Screen = screens[step]
  useShortcuts({
    'ctrl+enter': () => {
      const next = steps[steps.indexOf(step) + 1]
      if (next) goTo(next)
    },
  })
  return (
    <Stack
      component="section"
      aria-label={view.title}
      sx={{ height: '100%', minHeight: 0, container: 'application / size' }}
    >
      <Box
        sx={{
          px: 3,
          pt: 2,
          borderBottom: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
          [short]: { pt: 1 },
        }}
      >
        <ApplicationHeader listed={listed} onList={() => setListed(!listed)} />
        <StepTabs step={step} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Stack sx={{ flex: 1, minWidth: 0 }}>
          <Box
            key={step}
            sx={{
              flex: 1,
              minHeight: 0,
              overflow: 'auto',
              containerType: 'inline-size',
              p: 3,
              '& [data-asked]': {
                outline: '2px solid',
                outlineColor: (theme) => theme.palette.primary.main,
                outlineOffset: 2,
              },
            }}
          >
            <SaveTrouble />
            <Screen />
          </Box>
          <StepFooter step={step} />
        </Stack>
        {listed && <FindingsPanel onClose={() => setListed(false)} />}
      </Box>
    </Stack>
  )
}
