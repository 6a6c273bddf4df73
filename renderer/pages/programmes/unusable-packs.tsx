/** Packs that could not be read: which file, which line, and why. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { UnusablePack } from '../../../shared/model/programme.ts'

export function UnusablePacks({ packs }: { readonly packs: readonly UnusablePack[] }) {
  const { t } = useTranslation('programmes')
  return packs.map((pack) => (
    <Alert key={pack.file} severity="warning">
      <AlertTitle>{t('unusable', { file: pack.file })}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {pack.reasons.map((fault) => (
          <li key={`${fault.line}${fault.path}${fault.reason}`}>
            {t('unusable.reason', {
              line: fault.line,
              path: fault.path,
              reason: t(`pack:${fault.code}`, fault.data),
            })}
          </li>
        ))}
      </Box>
    </Alert>
  ))
}
