import { useId, useRef, type KeyboardEvent } from 'react'
import { useShortcuts } from './use-shortcuts.ts'

/**
 * Keys of a page that is a search over a list: `/` goes to the field, j and k from item to item, and the arrows too once
 * field or list has the focus. An item is what carries `data-item`; Enter opens it because it is a link.
 * @param noun what an item is called: "question"
 */
export function useListKeys<List extends HTMLElement>(noun: string) {
  const fieldId = useId()
  const list = useRef<List>(null)

  function findField(): HTMLInputElement | null {
    const found = document.getElementById(fieldId)
    return found instanceof HTMLInputElement ? found : null
  }
  function move(step: 1 | -1) {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    const next = at < 0 ? items[step > 0 ? 0 : items.length - 1] : items[at + step]
    if (next) {
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    } else if (at === 0 && step < 0) findField()?.focus()
  }
  function moveByArrow(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.currentTarget.id === fieldId && event.key === 'ArrowUp') return
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  }
  useShortcuts([
    {
      keys: '/',
      label: `Search ${noun}s`,
      run: () => {
        findField()?.focus()
        findField()?.select()
      },
    },
    { keys: 'j', label: `Next ${noun}, or ↓ in the list`, run: () => move(1) },
    {
      keys: 'k',
      label: `${noun[0]?.toUpperCase()}${noun.slice(1)} before, or ↑ in the list`,
      run: () => move(-1),
    },
  ])
  return { fieldId, list, moveByArrow }
}
