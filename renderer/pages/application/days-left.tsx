/** Until when each role must have acted, in days from today or in the notice's words. */
import Stack from '@mui/material/Stack'
import { type Span, WindowState } from '../../parts/window-state.tsx'

type Props = { readonly windows: readonly Span[]; readonly today: string }

export function DaysLeft({ windows, today }: Props) {
  return (
    <Stack direction="row" sx={{ columnGap: 2, flexWrap: 'wrap' }}>
      {windows.map((window) => (
        <WindowState
          key={`${window.role}${window.closes ?? window.months}`}
          window={window}
          today={today}
        />
      ))}
    </Stack>
  )
}
