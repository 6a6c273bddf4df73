/** The one place that turns a failure into words. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { faultSentence } from '../../shared/text/say.ts'
import type { Failure } from '../../shared/wire.ts'
import { CallError } from './wire.ts'

/** What an import refused carries: a code that may be newer than this page knows. */
type AnyFailure = Failure | { readonly code: string; readonly data: Failure['data'] }

/** The sentence for a failure. Anything that is not a failure of the engine is named as it is. */
export function faultText(t: TFunction, failure: AnyFailure): string {
  if (failure.code === 'unexpected') return t('frame:fault.unexpected', { ref: failure.data.ref })
  const sentence = faultSentence(failure.code, failure.data)
  const known = t(`fault:${sentence}`, { ...failure.data, defaultValue: '' })
  return known || t('frame:fault.unknown', { code: failure.code })
}

type Props = {
  readonly error: Error | null
  readonly onRetry?: () => void
  readonly onClose?: () => void
}

/** What happened, and a way to try again or to copy the details. Nothing when nothing failed. */
export function FaultAlert({ error, onRetry, onClose }: Props) {
  const { t } = useTranslation()
  if (!error) return null
  const failure = error instanceof CallError ? error.failure : null
  const text = failure ? faultText(t, failure) : t('frame:fault.page', { message: error.message })
  const cancelled = failure?.code === 'job.cancelled'
  const details = `${text}\n${failure ? JSON.stringify(failure) : (error.stack ?? error.message)}`
  return (
    <Alert
      severity={cancelled ? 'info' : 'error'}
      // In a narrow column the buttons stand below the sentence, not beside a strip of it.
      sx={{ flexWrap: 'wrap', '& .MuiAlert-message': { flex: '1 1 12rem' } }}
      {...(onClose ? { onClose, closeText: t('frame:close') } : {})}
      action={
        cancelled ? undefined : (
          <>
            {onRetry && (
              <Button size="small" color="inherit" onClick={onRetry}>
                {t('frame:retry')}
              </Button>
            )}
            <Button
              size="small"
              color="inherit"
              onClick={() => void navigator.clipboard.writeText(details)}
            >
              {t('frame:copyDetails')}
            </Button>
            {onClose && (
              <Button size="small" color="inherit" onClick={onClose}>
                {t('frame:close')}
              </Button>
            )}
          </>
        )
      }
    >
      {text}
    </Alert>
  )
}
