/**
 * What was just taken away, said at the foot of the window with its way back. It outlives the row or
 * screen that asked for it, which is often gone with what it took away.
 */
import Button from '@mui/material/Button'
import Snackbar from '@mui/material/Snackbar'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Once it is gone, says what is, and how it is brought back. What fails says so by itself. */
export type TellTaken = (gone: Promise<unknown>, text: string, undo: () => void) => void

const TellTakenContext = createContext<TellTaken>(() => undefined)

export const useTellTaken = (): TellTaken => useContext(TellTakenContext)

type Taken = { readonly text: string; readonly undo: () => void }

/** For as long as a person needs to think twice, in milliseconds. */
const shownFor = 12_000

export function SecondThoughts({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [taken, setTaken] = useState<Taken | null>(null)
  const [tell] = useState<TellTaken>(
    () => (gone: Promise<unknown>, text: string, undo: () => void) => {
      gone.then(
        () => setTaken({ text, undo }),
        () => undefined,
      )
    },
  )
  const close = () => setTaken(null)
  const bringBack = () => {
    taken?.undo()
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
    </TellTakenContext>
  )
}
