/** Undo and redo of the form: their buttons, and Ctrl+Z, Ctrl+Y wherever the focus is inside it. */
import RedoIcon from '@mui/icons-material/Redo'
import UndoIcon from '@mui/icons-material/Undo'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApplication } from '../application-context.ts'

type Writable = HTMLInputElement | HTMLTextAreaElement

const isWritable = (target: EventTarget | null): target is Writable =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox')

function useTurn() {
  const { inHand, goToPlace } = useApplication()
  return (back: boolean) => {
    const { activeElement: held } = document
    // What is typed and not handed on yet is the last change.
    if (held instanceof HTMLElement) held.blur()
    const place = back ? inHand.undo() : inHand.redo()
    // It goes where the change was once that is drawn; until then it stays, so that no key is lost.
    if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true })
    if (place) goToPlace(place)
  }
}

/** Which way a key asks to turn; null where it means something else. */
function turnOf(event: KeyboardEvent): 'back' | 'forth' | null {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return null
  if (key === 'z') return event.shiftKey ? 'forth' : 'back'
  return key === 'y' ? 'forth' : null
}

/**
 * The form with its keys. While a text is being typed, they mean the text, as everywhere. They also
 * count while nothing has the focus: an undone row takes it away with it.
 */
export function HistoryKeys({ children }: { readonly children: ReactNode }) {
  const { inHand } = useApplication()
  const turn = useTurn()
  const latest = useRef({ inHand, turn })
  latest.current = { inHand, turn }
  const typed = useRef<{ control: Writable; began: string } | null>(null)
  const around = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = around.current
    // React has no event of its own for every kind of input, before it changes the control.
    const remember = ({ target }: Event) => {
      if (!isWritable(target) || typed.current?.control === target) return
      typed.current = { control: target, began: target.value }
    }
    const press = (event: KeyboardEvent) => {
      const { target } = event
      const inside =
        target === document.body || (target instanceof Node && element?.contains(target))
      const way = inside ? turnOf(event) : null
      if (!way) return
      const { control, began } = typed.current ?? {}
      const untouched = control?.value === began
      const { inHand: held, turn: go } = latest.current
      if (control === target && (way === 'back' ? !untouched : !held.canRedo)) return
      event.preventDefault()
      go(way === 'back')
    }
    element?.addEventListener('beforeinput', remember, true)
    document.addEventListener('keydown', press)
    return () => {
      element?.removeEventListener('beforeinput', remember, true)
      document.removeEventListener('keydown', press)
    }
  }, [])
  return (
    <div
      ref={around}
      onBlurCapture={() => {
        typed.current = null
      }}
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
