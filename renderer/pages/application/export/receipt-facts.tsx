/** What a receipt says: where, how large, and the figures that are compared on paper. */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../../shared/model/bundle.ts'
import { fileSize, instant, listed } from '../../../app/format.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { CopyText } from '../../../parts/copy-text.tsx'
import { FactTable } from '../../../parts/fact-table.tsx'
import { Fingerprint } from '../../../parts/verify/fingerprint.tsx'

export function ReceiptFacts({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation('application')
  const language = useLanguage()
  return (
    <>
      <FactTable
        rows={[
          [t('receipt.path'), <CopyText key="path" text={receipt.path} />],
          [t('receipt.at'), instant(receipt.at)],
          [
            t('receipt.size'),
            t('receipt.sizeOf', { size: fileSize(receipt.size), files: receipt.files }),
          ],
          ...(receipt.volumes.length > 0
            ? [
                [
                  t('proof:volume.list'),
                  listed(
                    receipt.volumes.map(({ name, size }) => `${name}（${fileSize(size)}）`),
                    language,
                  ),
                ] as const,
              ]
            : []),
          [t('receipt.bundleId'), <CopyText key="id" text={receipt.bundleId} monospace />],
          [t('receipt.sha256'), <CopyText key="sha" text={receipt.sha256} monospace />],
          [t('receipt.fingerprint'), <Fingerprint key="print" value={receipt.fingerprint} />],
          [t('receipt.revision'), String(receipt.revision)],
        ]}
      />
      {receipt.blocking > 0 && (
        <Typography variant="body2" color="error">
          {t('receipt.reason', { count: receipt.blocking, reason: receipt.reason })}
        </Typography>
      )}
    </>
  )
}
