import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Damage, FsckReport, VaultInfo } from '../../shared/model/vault.ts'
import { figure } from '../../shared/text/figure.ts'
import { FaultAlert } from '../app/fault-text.tsx'
import { fileSize, instant, listed } from '../app/format.ts'
import { useLanguage } from '../app/i18n.ts'
import { keepCheck, lastCheck } from '../app/last-check.ts'
import { useAct } from '../app/use-act.ts'
import { ProgressLine } from './progress-line.tsx'
import { StateMark } from './state-mark.tsx'

function DamageLine({ damage }: { readonly damage: Damage }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <li>
      {t(`frame:damage.${damage.code}`)}
      {damage.materials.length > 0 &&
        t('frame:damage.materials', { names: listed(damage.materials, language) })}
      <Typography variant="caption" component="div" sx={{ overflowWrap: 'anywhere' }}>
        {damage.place}
      </Typography>
    </li>
  )
}

function Report({ report }: { readonly report: FsckReport }) {
  const { t } = useTranslation()
  const counts = {
    blobs: figure(report.blobs),
    size: fileSize(report.bytes),
    rows: figure(report.rows),
  }
  if (report.ok) return <Alert severity="success">{t('frame:check.good', counts)}</Alert>
  return (
    <Alert severity="error">
      {t('frame:check.bad', { ...counts, count: report.damages.length })}
      <Stack component="ul" sx={{ pl: 2, m: 0, maxHeight: '16rem', overflow: 'auto' }}>
        {report.damages.map((damage) => (
          <DamageLine key={`${damage.code}:${damage.place}:${damage.detail}`} damage={damage} />
        ))}
      </Stack>
    </Alert>
  )
}

/** Runs the integrity check and shows how it, or the last one, came out. */
export function IntegrityCheck({ vault }: { readonly vault: VaultInfo }) {
  const { t } = useTranslation()
  const check = useAct('vault.fsck')
  const last = lastCheck(localStorage, vault.id)
  const run = () =>
    check.mutate(
      {},
      {
        onSuccess: ({ ok }) =>
          keepCheck(localStorage, vault.id, { at: new Date().toISOString(), ok }),
      },
    )
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'stretch' }}>
      {last ? (
        <StateMark tone={last.ok ? 'good' : 'bad'}>
          {t(last.ok ? 'frame:check.lastGood' : 'frame:check.lastBad', { at: instant(last.at) })}
        </StateMark>
      ) : (
        <StateMark tone="unknown">{t('frame:check.never')}</StateMark>
      )}
      {check.isPending ? (
        <ProgressLine
          label={t('frame:job.vault.fsck')}
          progress={check.progress}
          onCancel={check.cancel}
        />
      ) : (
        <Button variant="outlined" onClick={run} sx={{ alignSelf: 'flex-start' }}>
          {t('frame:check.run')}
        </Button>
      )}
      <FaultAlert error={check.error} onClose={check.reset} />
      {check.data && <Report report={check.data} />}
    </Stack>
  )
}
