import { useEffect, useRef, useState } from 'react'
import type { Clock } from '#app/domains/scorecards/live/clock.ts'

/**
 * Notices that the clock says something else than what this page made it say.
 * @returns `noteClock` takes what this page sets; `clockNews` counts the times that something else came to stand
 */
export function useClockNews(clock: Clock): { clockNews: number; noteClock: (next: Clock) => void } {
  const own = useRef<string | null>(null)
  const [clockNews, setNews] = useState(0)
  const shown = JSON.stringify(clock)
  useEffect(() => {
    if (own.current === null || own.current === shown) return
    own.current = null
    setNews((count) => count + 1)
  }, [shown])
  return {
    clockNews,
    noteClock: (next) => {
      own.current = JSON.stringify(next)
    },
  }
}
