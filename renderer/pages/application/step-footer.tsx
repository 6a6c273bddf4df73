/** Back and on, at the foot of every step. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { type StepId, steps, useApplication } from './application-context.ts'

export function StepFooter({ step }: { readonly step: StepId }) {
  const { t } = useTranslation('application')
  const { goTo } = useApplication()
  const at = steps.indexOf(step)
  const [back, next] = [steps[at - 1], steps[at + 1]]
  return (
    <Stack
      direction="row"
      sx={{
        px: 3,
        py: 1,
        justifyContent: 'space-between',
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {back ? (
        <Button size="small" onClick={() => goTo(back)}>
          {t('step.back', { title: t(`step.${back}`) })}
        </Button>
      ) : (
        <span />
      )}
      {next && (
        <Button
          size="small"
          variant="contained"
          title={t('step.nextKey')}
          onClick={() => goTo(next)}
        >
          {t('step.next', { title: t(`step.${next}`) })}
        </Button>
      )}
    </Stack>
  )
}
