import { useState, type RefCallback } from 'react'

/** The inner width in pixels of whatever takes the ref, as it changes; 0 before it is known. */
export function useWidth(): [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(0)
  const [watch] = useState((): RefCallback<HTMLElement> => (element) => {
    if (!element) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  })
  return [watch, width]
}
