import Button, { type ButtonProps } from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'

type Props = ButtonProps & {
  /** Why it cannot be pressed now; a button without a reason can be. */
  readonly reason?: string | null | undefined
}

/** A button that, while it is disabled, says why. */
export function ReasonButton({ reason, disabled = false, ...rest }: Props) {
  return (
    <Tooltip title={reason ?? ''}>
      {/* A disabled button swallows the pointer: the span behind it carries the reason. */}
      <span>
        <Button {...rest} disabled={disabled || Boolean(reason)} />
      </span>
    </Tooltip>
  )
}
