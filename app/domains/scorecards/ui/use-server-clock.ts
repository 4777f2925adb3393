import { useCallback, useEffect, useRef, useState } from 'react'
import { offsetOf, type TimeSample } from '#app/domains/scorecards/live/server-time.ts'

export type LiveTime = {
  /** The server's time now, as well as this device can tell. */
  now: () => number
  /** When the server made the page; what is shown before the page is alive. */
  pageMs: number
}

/** The server's time on this device: from the page itself, and from every save that it confirms. */
export function useServerClock(pageMs: number, savedAtMs: number | null): LiveTime {
  const samples = useRef<TimeSample[]>([])
  const take = (serverMs: number) => {
    samples.current = [...samples.current.slice(-20), { serverMs, deviceMs: Date.now() }]
  }
  useEffect(() => {
    // Without a connection the page may come from this device, made long ago.
    if (navigator.onLine) take(pageMs)
  }, [pageMs])
  useEffect(() => {
    if (savedAtMs !== null) take(savedAtMs)
  }, [savedAtMs])
  const now = useCallback(() => Date.now() + offsetOf(samples.current), [])
  return { now, pageMs }
}

/** The time, anew every second while `isOn`. */
export function useTick({ now, pageMs }: LiveTime, isOn: boolean): number {
  const [atMs, setAtMs] = useState(pageMs)
  useEffect(() => {
    const tick = () => setAtMs(now())
    const first = setTimeout(tick)
    const timer = isOn ? setInterval(tick, 1000) : undefined
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [now, isOn])
  return atMs
}
