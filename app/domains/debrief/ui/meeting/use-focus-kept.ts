import { useEffect, useRef, type FocusEvent } from 'react'

/**
 * For a part of the page whose buttons come and go with what they do: when the one that had the focus is gone, the part
 * takes it, so that whoever works by keyboard goes on where they were.
 * @returns what the element of the part is given
 */
export function useFocusKept() {
  const place = useRef<HTMLDivElement>(null)
  const last = useRef<Element | null>(null)
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return
    last.current = null
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  })
  const onFocusCapture = (event: FocusEvent) => {
    last.current = event.target
  }
  return { ref: place, tabIndex: -1, onFocusCapture }
}
