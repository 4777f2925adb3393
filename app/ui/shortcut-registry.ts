import { listReachable, type Shortcut } from './shortcut.ts'

type Listener = () => void

const storageKey = 'panelist-single-keys'
type Held = { readonly current: readonly Shortcut[] }

const pageLists = new Set<Held>()
const shellLists = new Set<Held>()
const listeners = new Set<Listener>()
let isOff: boolean | undefined
let snapshot: readonly Shortcut[] = []

function tell() {
  snapshot = listReachable(currentShortcuts())
  for (const listener of listeners) listener()
}

/** Only effects register, so the server never holds anything here. */
export function registerShortcuts(list: Held, owner: 'page' | 'shell'): () => void {
  const lists = owner === 'page' ? pageLists : shellLists
  lists.add(list)
  tell()
  return () => {
    lists.delete(list)
    tell()
  }
}

/** The shortcuts of the page as they are this moment, the page's own before the shell's, which give way to them. */
export function currentShortcuts(): readonly Shortcut[] {
  return [...pageLists, ...shellLists].flatMap((list) => list.current)
}

export function subscribeShortcuts(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function shortcutSnapshot(): readonly Shortcut[] {
  return snapshot
}

/** Whether this person switched single keys off on this device (WCAG 2.1.4). */
export function areSingleKeysOff(): boolean {
  isOff ??= globalThis.localStorage?.getItem(storageKey) === 'off'
  return isOff
}

export function setSingleKeysOff(off: boolean) {
  isOff = off
  if (off) localStorage.setItem(storageKey, 'off')
  else localStorage.removeItem(storageKey)
  tell()
}
