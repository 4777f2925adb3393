import { useEffect, useRef } from 'react'
import { isTyping, matchShortcut, type Shortcut } from './shortcut.ts'
import { areSingleKeysOff, currentShortcuts, registerShortcuts } from './shortcut-registry.ts'

const patienceMs = 1200

/**
 * Single-key shortcuts of a page or part; they are listed under `?`. They never fire while somebody types,
 * while a dialog or menu is open, with Ctrl, Alt or Command, or when the person switched them off.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], owner: 'page' | 'shell' = 'page') {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const names = shortcuts.map(({ keys, label }) => `${keys} ${label}`).join('\n')
  useEffect(() => registerShortcuts(latest, owner), [names, owner])
}

/** Listens once for the whole app; AppShell calls it. */
export function useShortcutListener() {
  useEffect(() => {
    let pending = ''
    let pressedAt = 0
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.repeat || areSingleKeysOff()) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (isTyping(target) || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return
      const before = event.timeStamp - pressedAt < patienceMs ? pending : ''
      const match = matchShortcut(currentShortcuts(), event, before)
      pending = match.pending
      pressedAt = event.timeStamp
      if (!match.found && !match.pending) return
      event.preventDefault()
      match.found?.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
