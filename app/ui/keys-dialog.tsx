import { useSyncExternalStore } from 'react'
import { Checkbox } from './checkbox-field.tsx'
import { Dialog } from './dialog.tsx'
import { groupInOrder } from './group-in-order.ts'
import { Kbd } from './kbd.tsx'
import { writeKeys, type Shortcut } from './shortcut.ts'
import {
  areSingleKeysOff,
  setSingleKeysOff,
  shortcutSnapshot,
  subscribeShortcuts,
} from './shortcut-registry.ts'

const none: readonly Shortcut[] = []

type KeysDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** The keys of this page, and the switch that turns single keys off. */
export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  const shortcuts = useSyncExternalStore(subscribeShortcuts, shortcutSnapshot, () => none)
  const isOff = useSyncExternalStore(subscribeShortcuts, areSingleKeysOff, () => false)
  const groups = groupInOrder(shortcuts, (shortcut) => shortcut.group ?? 'This page')
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keys of this page" shape="wide">
      <div className="grid gap-x-8 gap-y-4 pt-2 sm:grid-cols-2">
        {groups.map(([group, list]) => (
          <section key={group}>
            <h3 className="mb-1 text-label text-ink-2">{group}</h3>
            <dl className="grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-2 gap-y-1 text-dense">
              {list.map(({ keys, label }) => (
                <div key={keys + label} className="contents">
                  <dt className="flex gap-1">
                    {writeKeys(keys).map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd className={isOff && !keys.startsWith('Mod+') ? 'text-ink-3' : undefined}>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-4 text-dense text-ink-2">
        <Kbd>Ctrl K</Kbd> or <Kbd>⌘ K</Kbd> searches everything and works always. On a Mac, <Kbd>⌘</Kbd>{' '}
        stands for Ctrl.
      </p>
      <Checkbox
        label="Single keys are on, on this device"
        checked={!isOff}
        onChange={(event) => setSingleKeysOff(!event.currentTarget.checked)}
      />
    </Dialog>
  )
}
