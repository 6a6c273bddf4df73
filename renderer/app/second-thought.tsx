/**
 * What was just taken away, said at the foot of the window with its way back. It outlives the row or
 * screen that asked for it, which is often gone with what it took away.
 */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Snackbar from '@mui/material/Snackbar'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultAlert } from './fault-text.tsx'

/**
 * Once it is gone, says what is, and how it is brought back. Where it cannot be taken away, the place
 * that asked for it says so; where it cannot be brought back, that place may be gone, so this one does.
 */
export type TellTaken = (gone: Promise<unknown>, text: string, undo: () => Promise<unknown>) => void

const TellTakenContext = createContext<TellTaken>(() => undefined)

export const useTellTaken = (): TellTaken => useContext(TellTakenContext)

type Taken = { readonly text: string; readonly undo: () => Promise<unknown> }

/** For as long as a person needs to think twice, in milliseconds. */
const shownFor = 12_000

export function SecondThoughts({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [taken, setTaken] = useState<Taken | null>(null)
  const [failed, setFailed] = useState<Error | null>(null)
  const [tell] = useState(
    (): TellTaken => (gone, text, undo) => {
      gone.then(
        () => {
          setFailed(null)
          setTaken({ text, undo })
        },
        () => undefined,
      )
    },
  )
  const close = () => setTaken(null)
  const bringBack = () => {
    taken?.undo().catch(setFailed)
    close()
  }
  return (
    <TellTakenContext value={tell}>
      {children}
      <Snackbar
        key={taken?.text}
        open={taken !== null}
        autoHideDuration={shownFor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        onClose={(_, reason) => reason !== 'clickaway' && close()}
        message={taken?.text}
        action={
          <Button size="small" color="inherit" onClick={bringBack}>
            {t('frame:taken.undo')}
          </Button>
        }
      />
      <Snackbar open={failed !== null} anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}>
        <Box sx={{ maxWidth: '40rem' }}>
          <FaultAlert error={failed} onClose={() => setFailed(null)} />
        </Box>
      </Snackbar>
    </TellTakenContext>
  )
}
