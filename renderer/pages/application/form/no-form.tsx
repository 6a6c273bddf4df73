/** For a programme whose documents do not contain the form: where it is filled in instead. */
import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../../parts/copy-text.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { SourceNote } from '../../../parts/source-note.tsx'
import { useApplication } from '../application-context.ts'

export function NoForm() {
  const { t } = useTranslation('application')
  const { pack } = useApplication().view
  const { system, steps } = pack.procedure
  return (
    <Panel title={t('noForm.title')}>
      <Alert severity="info" sx={{ mb: 2 }}>
        {t(system ? 'noForm.system' : 'noForm.paper')}
      </Alert>
      {system && (
        <Typography sx={{ mb: 1 }}>
          {system.name}：<CopyText text={system.address} monospace />
        </Typography>
      )}
      <ol>
        {steps.map((step) => (
          <li key={step.text}>
            {step.text}
            <SourceNote pack={pack} source={step.source} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}
