import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { figure } from '../../shared/text/figure.ts'
import type { Progress } from '../../shared/wire.ts'
import { fileSize } from '../app/format.ts'

/** 12 / 200 个文件, or that it has begun. */
function progressText(t: TFunction, { done, total, unit, bytes }: Progress): string {
  const shown = unit === 'bytes' ? fileSize : figure
  if (total === 0) return t('frame:progress.begun')
  const text = t(`frame:progress.${unit}`, { done: shown(done), total: shown(total) })
  if (!bytes || bytes.total === 0) return text
  const sizes = { done: fileSize(bytes.done), total: fileSize(bytes.total) }
  return t('frame:progress.withBytes', { text, ...sizes })
}

/** Part of the work that is done: small files cost by their number, large ones by their bytes. */
function shareOf({ done, total, bytes }: Progress): number {
  if (total === 0) return 0
  const files = done / total
  return bytes && bytes.total > 0 ? (files + bytes.done / bytes.total) / 2 : files
}

/** Seconds still to go at the pace so far; null before there is a pace to speak of. */
function secondsLeft(progress: Progress, elapsed: number): number | null {
  const share = shareOf(progress)
  if (share <= 0 || elapsed < 2000) return null
  return Math.ceil(((elapsed / share) * (1 - share)) / 1000)
}

function leftText(t: TFunction, seconds: number | null): string {
  if (seconds === null) return ''
  return seconds < 90
    ? t('frame:progress.seconds', { seconds })
    : t('frame:progress.minutes', { minutes: Math.round(seconds / 60) })
}

type Props = {
  readonly label: string
  readonly progress: Progress | null
  readonly onCancel?: () => void
  /** When it was asked, to tell the time that is left. */
  readonly startedAt?: number
}

/** A long call: what it is, how far it has come, and a way to stop it. */
export function ProgressLine({ label, progress, onCancel, startedAt }: Props) {
  const { t } = useTranslation()
  const share = progress && progress.total > 0 ? shareOf(progress) * 100 : null
  const left =
    progress && startedAt !== undefined ? secondsLeft(progress, Date.now() - startedAt) : null
  return (
    <Stack spacing={0.5} role="status">
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="body2" sx={{ flexGrow: 1 }}>
          {label}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {progress ? progressText(t, progress) : t('frame:progress.begun')} {leftText(t, left)}
        </Typography>
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            {t('frame:cancel')}
          </Button>
        )}
      </Stack>
      <LinearProgress
        aria-label={label}
        variant={share === null ? 'indeterminate' : 'determinate'}
        {...(share === null ? {} : { value: Math.min(share, 100) })}
      />
      {progress?.item && (
        <Typography variant="caption" color="textSecondary" noWrap>
          {progress.item}
        </Typography>
      )}
    </Stack>
  )
}
