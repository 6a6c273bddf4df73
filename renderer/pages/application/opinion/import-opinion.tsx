/** 导入审核意见: the signed file that the reviewing office sent back. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { OpinionTaken } from '../../../../shared/model/review.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { paths } from '../../../app/paths.ts'
import { CopyText } from '../../../parts/copy-text.tsx'
import { FactTable } from '../../../parts/fact-table.tsx'
import { TrustNotice } from '../../../parts/verify/trust-notice.tsx'
import type { OpinionImport } from './use-opinion-import.ts'

function Taken({ taken }: { readonly taken: OpinionTaken }) {
  const { t } = useTranslation('opinion')
  const { opinion, fingerprint } = taken.taken
  const returned = opinion.verdict === 'return'
  return (
    <Stack spacing={2}>
      <Alert severity={opinion.verdict === 'recommend' ? 'success' : 'warning'}>
        {returned
          ? t('taken.return', { count: opinion.reasons.length })
          : t(`taken.${opinion.verdict}`)}
      </Alert>
      {taken.taken.came?.step === null && <Alert severity="warning">{t('taken.noStep')}</Alert>}
      <FactTable
        rows={[
          [t('enterprise'), opinion.about.enterprise],
          [t('programme'), opinion.about.title],
          [t('verdict'), t(`verdict.${opinion.verdict}`)],
          [t('office'), opinion.reviewer.office],
          [t('reviewer'), opinion.reviewer.name],
          [t('day'), opinion.day],
          [t('remark'), opinion.remark || '—'],
          [t('fingerprint'), <CopyText key="print" text={fingerprint} monospace />],
          ...(taken.taken.came
            ? [
                [
                  t('came.sha256'),
                  <CopyText key="sha256" text={taken.taken.came.sha256} monospace />,
                ] as const,
              ]
            : []),
        ]}
      />
      {taken.trust.state === 'first' && <Alert severity="info">{t('taken.first')}</Alert>}
      {taken.trust.state !== 'first' && <TrustNotice trust={taken.trust} signer={taken.signer} />}
    </Stack>
  )
}

export function ImportOpinionDialog({ act, retry, close }: OpinionImport) {
  const { t } = useTranslation('opinion')
  const navigate = useNavigate()
  const taken = act.data
  const failure = act.error?.failure
  if (!taken && !failure) return null
  const changed = failure?.code === 'opinion.signerChanged'
  const open = () => {
    close()
    if (taken) void navigate(paths.application(taken.view.id))
  }
  return (
    <Dialog open onClose={close} maxWidth="sm" fullWidth>
      <DialogTitle>{t('import')}</DialogTitle>
      <DialogContent>
        {taken && <Taken taken={taken} />}
        <FaultAlert error={act.error} />
        {changed && <Typography sx={{ mt: 1 }}>{t('changed.ask')}</Typography>}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('frame:close')}</Button>
        {changed && (
          <Button
            color="error"
            loading={act.isPending}
            onClick={() => retry(String(failure?.data.fingerprint ?? ''))}
          >
            {t('changed.accept')}
          </Button>
        )}
        {taken && (
          <Button variant="contained" onClick={open}>
            {t('taken.open')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
