/** The verification of one bundle in full: every reason, the hashes, who signed. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '../../../shared/model/review.ts'
import { figure } from '../../../shared/text/figure.ts'
import { instant } from '../../app/format.ts'
import { useAct } from '../../app/use-act.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { FactTable } from '../../parts/fact-table.tsx'
import { Fingerprint } from '../../parts/verify/fingerprint.tsx'
import { TrustNotice } from '../../parts/verify/trust-notice.tsx'

type Props = { readonly row: ReviewRow; readonly onClose: () => void }

export function ReportDialog({ row, onClose }: Props) {
  const { t } = useTranslation('review')
  const remove = useAct('review.remove')
  const { report } = row
  const { signer } = report
  const facts: (readonly [string, ReactNode])[] = [
    [t('verify:file'), row.name],
    [t('verify:size'), figure(row.size)],
    [t('verify:files'), String(report.files)],
    ...(row.volumes.length === 0
      ? ([[t('verify:sha256'), <CopyText key="sha256" text={row.sha256} monospace />]] as const)
      : row.volumes.map(
          ({ number, name, sha256 }) =>
            [
              t('verify:volume.of', { number, count: row.volumes.length }),
              <div key={sha256}>
                {name}
                <CopyText text={sha256} monospace />
              </div>,
            ] as const,
        )),
    ...(report.ok && signer
      ? ([
          [t('opinion:bundle'), row.bundleId],
          [
            t('verify:tagManifest'),
            <CopyText key="tags" text={report.tagManifestSha256} monospace />,
          ],
          [t('verify:signer'), signer.name],
          [t('verify:creditCode'), signer.creditCode],
          [t('verify:fingerprint'), <Fingerprint key="print" value={signer.fingerprint} />],
          [t('verify:signedAt'), `${instant(signer.signedAt)}${t('verify:signedAt.note')}`],
        ] as const)
      : []),
  ]
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth>
      <DialogTitle>{row.enterprise || row.name}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Alert severity={report.ok ? 'success' : 'error'} data-verified={report.ok}>
            <strong>
              {report.ok ? t('verify:ok') : t('verify:notOk', { count: report.reasons.length })}
            </strong>
            {report.reasons.map(({ code, place, detail }) => (
              <div key={`${code}${place}${detail}`}>
                {t(`verify:${code}`)} {place} {detail}
              </div>
            ))}
            {!report.ok && <div>{t('broken.advice')}</div>}
          </Alert>
          {row.trust && signer && <TrustNotice trust={row.trust} signer={signer} />}
          {report.ok && row.packKnown !== 'same' && (
            <Alert severity="warning">{t(`pack.${row.packKnown}`)}</Alert>
          )}
          <FactTable rows={facts} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button
          color="error"
          onClick={() => remove.mutate({ seq: row.seq, removed: true }, { onSuccess: onClose })}
        >
          {t('remove')}
        </Button>
        <Button onClick={onClose}>{t('frame:close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
