import { useRevalidator } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { unpack } from '#app/lib/pack.ts'
import type { Comparison } from '../comparison-view.ts'

const askAgainMs = 4_000

/** What was read last: the server draws the page of thousands again and again from one text. */
let last: { packed: string; comparison: Comparison } | undefined

function readOnce(packed: string): Comparison {
  if (last?.packed !== packed) {
    // as: the server packed a `Comparison`, and nothing else comes here.
    last = { packed, comparison: unpack(packed) as Comparison }
  }
  return last.comparison
}

/** The comparison that the page was sent. While calibrated scores are being worked out it asks for them again and again. */
export function useComparison(packed: string): Comparison {
  const comparison = useMemo(() => readOnce(packed), [packed])
  const { calibration } = comparison.view
  const isUnderWay = calibration.kind === 'none' && calibration.why === 'under-way'
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setInterval(() => void revalidate(), askAgainMs)
    return () => clearInterval(timer)
  }, [isUnderWay, revalidate])
  return comparison
}
