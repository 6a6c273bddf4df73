/** The verifier's word on a bundle: whole, by whom and known to us, or what is wrong and where. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { Picked } from '../../../shared/host.ts'
import type { Verification } from '../../../shared/model/bundle.ts'
import { figure } from '../../../shared/text/figure.ts'
import { fileSize, instant } from '../../app/format.ts'
import { CopyText } from '../copy-text.tsx'
import { FactTable } from '../fact-table.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { SheetButton } from './sheet-button.tsx'
import { TrustNotice } from './trust-notice.tsx'
import { VolumeList } from './volume-list.tsx'

type Props = {
  readonly report: Verification
  /** Null where the engine knows the place and the page does not. */
  readonly file: Picked | null
  readonly others: readonly Picked[]
}

function Facts({ report }: { readonly report: Verification }) {
  const { t } = useTranslation('verify')
  const { signer, about, volume } = report
  const rows = [
    ...(about
      ? [
          [t('programme'), `${about.title}（${about.edition}）`] as const,
          [t('enterprise'), about.enterprise] as const,
          [t('exportedAt'), instant(about.exportedAt)] as const,
        ]
      : []),
    ...(volume
      ? [
          [
            t('sheet.volume'),
            t('volume.of', { number: volume.number, count: volume.roots.length }),
          ] as const,
        ]
      : []),
    [t('size'), `${figure(report.size)}（${fileSize(report.size)}）`] as const,
    [t('files'), figure(report.files)] as const,
    [t('sha256'), <CopyText key="sha256" text={report.sha256} monospace />] as const,
    [t('tagManifest'), <CopyText key="tags" text={report.tagManifestSha256} monospace />] as const,
    ...(signer
      ? [
          [t('signer'), signer.name] as const,
          [t('creditCode'), signer.creditCode] as const,
          [t('fingerprint'), <Fingerprint key="print" value={signer.fingerprint} />] as const,
          [t('signedAt'), `${instant(signer.signedAt)}${t('signedAt.note')}`] as const,
          [
            t('validity'),
            t('validity.range', { from: signer.validFrom, to: signer.validTo }),
          ] as const,
        ]
      : []),
    ...(signer?.sm2 ? [[t('sm2'), <Fingerprint key="sm2" value={signer.sm2} />] as const] : []),
  ]
  return <FactTable rows={rows} />
}

export function VerifyResult({ report, file, others }: Props) {
  const { t } = useTranslation('verify')
  const { signer, trust, volumes } = report
  return (
    <Stack spacing={1.5} sx={{ mt: 2 }} data-verified={report.ok}>
      <Alert
        severity={report.ok ? 'success' : 'error'}
        action={file && <SheetButton file={file} others={others} report={report} />}
      >
        <strong>{report.ok ? t('ok') : t('notOk', { count: report.reasons.length })}</strong>
        {report.reasons.map((reason) => (
          <div key={`${reason.code}${reason.place}`}>
            {t(reason.code)} {reason.place} {reason.code === 'signer.changed' ? '' : reason.detail}
          </div>
        ))}
      </Alert>
      {trust && signer && (
        <TrustNotice key={`${signer.fingerprint}:${report.sha256}`} trust={trust} signer={signer} />
      )}
      <VolumeList volumes={volumes} />
      <Box>
        <Facts report={report} />
      </Box>
      {report.ok && <Box sx={{ typography: 'body2' }}>{t('meaning')}</Box>}
    </Stack>
  )
}
