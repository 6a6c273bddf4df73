import { useLayoutEffect, useRef } from 'react'

/** Keys by name (`ctrl+k`, `f1`); Command stands for Ctrl on a Mac. */
export type Shortcuts = Readonly<Record<string, () => void>>

/** How an event's keys are named in a Shortcuts table. */
function shortcutOf(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey
  return `${control ? 'ctrl+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`
}

/** Keyboard commands that hold wherever the focus is, in place of the browser's own. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  // As soon as the screen stands: a key pressed right then is not lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = latest.current[shortcutOf(event)]
      if (!command || event.defaultPrevented) return
      event.preventDefault()
      command()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
