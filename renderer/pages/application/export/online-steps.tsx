/** What is done on the machine that has a network, numbered, as the notice says. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../../parts/copy-text.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { SourceNote } from '../../../parts/source-note.tsx'
import { useApplication } from '../application-context.ts'

export function OnlineSteps() {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const { system, steps, chain, paper } = view.pack.procedure
  const sourced = [...steps, ...paper, ...chain]
  return (
    <Panel title={t('online.title')} hint={t('online.hint')}>
      {system && (
        <Typography variant="body2">
          {system.name}：<CopyText text={system.address} monospace />
        </Typography>
      )}
      <Box component="ol" sx={{ pl: 3, mb: 0, typography: 'body2' }}>
        <li>{t('online.carry')}</li>
        {sourced.map((step) => (
          <li key={step.text}>
            {step.text}
            <SourceNote pack={view.pack} source={step.source} />
          </li>
        ))}
      </Box>
    </Panel>
  )
}
