/** The verifier's word on a bundle: whole and signed by whom, or what is wrong and where. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../../shared/model/bundle.ts'
import { figure, instant } from '../../../app/format.ts'
import { CopyText } from '../../../parts/copy-text.tsx'
import { FactTable } from '../../../parts/fact-table.tsx'

export function VerifyResult({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('verify')
  const { signer, about } = report
  const rows = [
    ...(about
      ? [
          [t('programme'), about.title] as const,
          [t('enterprise'), about.enterprise] as const,
          [t('exportedAt'), instant(about.exportedAt)] as const,
        ]
      : []),
    [t('size'), figure(report.size)] as const,
    [t('files'), figure(report.files)] as const,
    [t('sha256'), <CopyText key="sha256" text={report.sha256} monospace />] as const,
    [t('tagManifest'), <CopyText key="tags" text={report.tagManifestSha256} monospace />] as const,
    ...(signer
      ? [
          [t('signer'), signer.name] as const,
          [t('creditCode'), signer.creditCode] as const,
          [t('fingerprint'), <CopyText key="print" text={signer.fingerprint} monospace />] as const,
          [t('signedAt'), `${instant(signer.signedAt)}${t('signedAt.note')}`] as const,
        ]
      : []),
  ]
  return (
    <Alert severity={report.ok ? 'success' : 'error'} sx={{ mt: 2 }} data-verified={report.ok}>
      <strong>{report.ok ? t('ok') : t('notOk', { count: report.reasons.length })}</strong>
      {report.reasons.map((reason) => (
        <div key={`${reason.code}${reason.place}`}>
          {t(reason.code)} {reason.place} {reason.detail}
        </div>
      ))}
      <Box sx={{ my: 1 }}>
        <FactTable rows={rows} />
      </Box>
      {t('meaning')}
    </Alert>
  )
}
