import { useEffect, useRef } from 'react'
import { isChord, isTyping, isTypingText, matchShortcut, type Shortcut } from './shortcut.ts'
import { areSingleKeysOff, currentShortcuts, registerShortcuts } from './shortcut-registry.ts'

const patienceMs = 1200

/**
 * Shortcuts of a page or part; they are listed under `?`. They never fire while somebody types or while a dialog or menu is open,
 * single keys not when the person switched them off either.
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
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      if (!isChord(event) && areSingleKeysOff()) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (isChord(event) ? isTypingText(target) : isTyping(target)) return
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return
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
