import { useEffect, useState } from 'react'

/** The step in view, kept in the address so that a reload stays there. */
export function useStep(count: number): readonly [number, (step: number) => void] {
  const [step, setStep] = useState(0)
  useEffect(() => {
    const read = () => {
      const wanted = Number(/^#step-(\d+)$/.exec(location.hash)?.[1] ?? 1) - 1
      setStep(Math.min(Math.max(wanted, 0), count - 1))
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [count])
  function go(wanted: number): void {
    const next = Math.min(Math.max(wanted, 0), count - 1)
    setStep(next)
    // The router's own state has to stay in the history entry.
    history.replaceState(history.state, '', `#step-${next + 1}`)
    window.scrollTo({ top: 0 })
  }
  return [step, go]
}
