/** Undo and redo of the form: their buttons, and Ctrl+Z, Ctrl+Y wherever the focus is inside it. */
import RedoIcon from '@mui/icons-material/Redo'
import UndoIcon from '@mui/icons-material/Undo'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApplication } from '../application-context.ts'

type Writable = HTMLInputElement | HTMLTextAreaElement

const isWritable = (target: EventTarget | null): target is Writable =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox')

function useTurn() {
  const { inHand, goToPlace } = useApplication()
  return (back: boolean) => {
    // What is typed and not handed on yet is the last change.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const place = back ? inHand.undo() : inHand.redo()
    if (place) goToPlace(place)
  }
}

/** The form with its keys. While a text is being typed, they mean the text, as everywhere. */
export function HistoryKeys({ children }: { readonly children: ReactNode }) {
  const { inHand } = useApplication()
  const turn = useTurn()
  const typed = useRef<{ control: Writable; began: string } | null>(null)
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // React has no event of its own for every kind of input, before it changes the control.
    const remember = ({ target }: Event) => {
      if (!isWritable(target) || typed.current?.control === target) return
      typed.current = { control: target, began: target.value }
    }
    const element = around.current
    element?.addEventListener('beforeinput', remember, true)
    return () => element?.removeEventListener('beforeinput', remember, true)
  }, [])
  const press = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
    const { control, began } = typed.current ?? {}
    const back = key === 'z' && !event.shiftKey
    const untouched = control?.value === began
    if (control === event.target && (back ? !untouched : !inHand.canRedo)) return
    event.preventDefault()
    turn(back)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside bubble here
    <div
      ref={around}
      onBlurCapture={() => {
        typed.current = null
      }}
      onKeyDown={press}
    >
      {children}
    </div>
  )
}

export function HistoryButtons() {
  const { t } = useTranslation('application')
  const { inHand } = useApplication()
  const turn = useTurn()
  return (
    <Stack direction="row" spacing={1}>
      <Button
        size="small"
        startIcon={<UndoIcon />}
        title={t('history.undoKey')}
        disabled={!inHand.canUndo}
        onClick={() => turn(true)}
      >
        {t('history.undo')}
      </Button>
      <Button
        size="small"
        startIcon={<RedoIcon />}
        title={t('history.redoKey')}
        disabled={!inHand.canRedo}
        onClick={() => turn(false)}
      >
        {t('history.redo')}
      </Button>
    </Stack>
  )
}
