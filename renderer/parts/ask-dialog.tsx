import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from '../app/fault-text.tsx'
import type { CallError } from '../app/wire.ts'
import { ReasonButton } from './reason-button.tsx'
import { WritingDialog } from './writing-dialog.tsx'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** What the button says that does it. */
  readonly go: string
  /** Why it cannot be done yet. */
  readonly reason: string | null
  readonly act: { readonly isPending: boolean; readonly error: CallError | null }
  readonly onGo: () => void
  readonly onClose: () => void
  readonly maxWidth?: 'xs' | 'sm'
}

/** Asks for a few things and then does one; Enter in a line of text does it too. */
export function AskDialog(props: Props) {
  const { title, children, go, reason, act, onGo, onClose, maxWidth = 'sm' } = props
  const { t } = useTranslation()
  const id = useId()
  return (
    <WritingDialog maxWidth={maxWidth} onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Stack
          spacing={2}
          sx={{ pt: 1 }}
          onKeyDown={({ key, target, nativeEvent, defaultPrevented }) => {
            const inLine = target instanceof HTMLInputElement && target.type !== 'checkbox'
            // A list that is open takes Enter for its own choice.
            const meant = key === 'Enter' && inLine && !nativeEvent.isComposing && !defaultPrevented
            if (meant && reason === null && !act.isPending) onGo()
          }}
        >
          {children}
          <FaultAlert error={act.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('frame:cancel')}</Button>
        <ReasonButton variant="contained" reason={reason} loading={act.isPending} onClick={onGo}>
          {go}
        </ReasonButton>
      </DialogActions>
    </WritingDialog>
  )
}
