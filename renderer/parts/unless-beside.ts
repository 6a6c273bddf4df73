import type { DialogProps } from '@mui/material/Dialog'

/** For a dialog that is written in: a click beside it does not throw away what was written. */
export const unlessBeside =
  (close: () => void): NonNullable<DialogProps['onClose']> =>
  (_, reason) => {
    if (reason !== 'backdropClick') close()
  }
