/** Packs that could not be read: which file, which line, and why; the vault's own can be dropped. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { UnusablePack } from '../../../shared/model/programme.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useAct } from '../../app/use-act.ts'
import { useFaultReason } from '../../parts/packs/fault-reason.ts'

export function UnusablePacks({ packs }: { readonly packs: readonly UnusablePack[] }) {
  return packs.map((pack) => <Unusable key={pack.file} pack={pack} />)
}

/** As many reasons as fit; `pack check` lists them all. */
const shown = 8

function Unusable({ pack }: { readonly pack: UnusablePack }) {
  const { t } = useTranslation('programmes')
  const reasonOf = useFaultReason()
  const drop = useAct('pack.drop')
  const { own, file, reasons } = pack
  return (
    <Alert
      severity="warning"
      action={
        own && (
          <Button size="small" loading={drop.isPending} onClick={() => drop.mutate(own)}>
            {t('unusable.drop')}
          </Button>
        )
      }
    >
      <AlertTitle>{t('unusable', { file })}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {reasons.slice(0, shown).map((fault) => (
          <li key={`${fault.line}${fault.path}${fault.code}${fault.reason}`}>
            {t('unusable.reason', {
              line: fault.line,
              path: fault.path,
              reason: reasonOf(fault),
            })}
          </li>
        ))}
      </Box>
      {reasons.length > shown && t('unusable.more', { count: reasons.length - shown })}
      <FaultAlert error={drop.error} onClose={drop.reset} />
    </Alert>
  )
}
