import { useNavigate } from '@remix-run/react'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { Command } from './command.ts'
import type { NavGroup } from './nav-item.ts'
import { useShortcutListener, useShortcuts } from './use-shortcuts.ts'

// Both bring React Aria's overlays along: fetched when first opened.
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }))

type Shown = 'nothing' | 'palette' | 'keys'

/** Opens the palette from outside React state: the rail's and the sheet's Search buttons call it. */
export function openPalette() {
  document.dispatchEvent(new CustomEvent('panelist:palette'))
}

type ShellCommandsProps = { groups: readonly NavGroup[]; commands: readonly Command[] }

/** The palette (Ctrl or Command K), the list of keys (`?`), and `g` with a letter. */
export function ShellCommands({ groups, commands }: ShellCommandsProps) {
  const [shown, setShown] = useState<Shown>('nothing')
  const navigate = useNavigate()
  const places = useMemo(() => groups.flatMap((group) => group.items), [groups])
  const all = useMemo(
    () => [
      ...commands,
      ...places.map(({ to, label, key }) => ({
        id: `to:${to}`,
        label,
        group: 'Go to',
        to,
        keys: key === undefined ? undefined : `g ${key}`,
      })),
      { id: 'keys', label: 'Keys of this page', group: 'Help', keys: '?', onAction: () => setShown('keys') },
    ],
    [commands, places],
  )
  useShortcutListener()
  useShortcuts(
    [
      ...places.flatMap(({ to, label, key }) =>
        key === undefined ? [] : [{ keys: `g ${key}`, label, group: 'Go to', run: () => void navigate(to) }],
      ),
      { keys: '?', label: 'All keys', group: 'Help', run: () => setShown('keys') },
      { keys: '/', label: 'Search', group: 'Help', run: () => setShown('palette') },
    ],
    'shell',
  )
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setShown((now) => (now === 'palette' ? 'nothing' : 'palette'))
    }
    const onOpen = () => setShown('palette')
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('panelist:palette', onOpen)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('panelist:palette', onOpen)
    }
  }, [])
  const close = (isOpen: boolean) => !isOpen && setShown((now) => (now === shown ? 'nothing' : now))
  if (shown === 'nothing') return null
  return (
    <Suspense>
      {shown === 'palette' ? (
        <CommandPalette commands={all} isOpen onOpenChange={close} />
      ) : (
        <KeysDialog isOpen onOpenChange={close} />
      )}
    </Suspense>
  )
}
