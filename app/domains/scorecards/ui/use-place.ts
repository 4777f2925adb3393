import { useEffect, useState } from 'react'
import { offQuestion } from '#app/domains/scorecards/live/clock.ts'

/**
 * The question in view, kept in the address so that a reload stays there.
 * @param ids the questions in order
 * @param startId where to begin without an address: the question that the clock runs on
 * @returns an id of these, or `offQuestion` for the review
 */
export function usePlace(
  ids: readonly string[],
  startId: string | undefined,
): readonly [string, (id: string) => void] {
  const [wanted, setWanted] = useState(startId ?? ids[0] ?? offQuestion)
  useEffect(() => {
    const read = () => {
      const id = decodeURIComponent(/^#q:(.+)$/.exec(location.hash)?.[1] ?? '')
      if (id !== '') setWanted(id)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  function go(id: string): void {
    setWanted(id)
    // The router's own state has to stay in the history entry.
    history.replaceState(history.state, '', `#q:${encodeURIComponent(id)}`)
  }
  const isThere = wanted === offQuestion || ids.includes(wanted)
  return [isThere ? wanted : (ids[0] ?? offQuestion), go]
}
