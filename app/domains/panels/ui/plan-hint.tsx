import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import { hintInWords } from '#app/domains/panels/planner/proposal-words.ts'
import type { Planning } from '#app/domains/panels/planner/proposal.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { useFormQuery } from './use-form-query.ts'

/** Long enough that a run of edits asks once. */
const restMs = 500

/** After every edit, whether the planner knows something better; with JavaScript only, since the page must not wait for it. */
export function PlanHint({ panelId, revision }: { panelId: string; revision: number }) {
  const { form } = useFormQuery()
  const { load, data, state } = useFetcher<Planning>()
  // One at a time: a load that overtakes another would end it with an error. A newer answer than the page is as good.
  const proposed = data?.state === 'done' ? data.proposed : undefined
  const isDue =
    state === 'idle' && data?.state !== 'failed' && (proposed === undefined || proposed.revision < revision)
  useEffect(() => {
    if (!isDue) return undefined
    const timer = setTimeout(() => load(paths.suggestPlan(panelId, { mode: 'improve', form })), restMs)
    return () => clearTimeout(timer)
  }, [load, panelId, form, isDue, revision, data])
  const proposal = proposed?.proposal
  const isOld = state !== 'idle' || proposed?.revision !== revision
  const isBest = proposal && proposal.added + proposal.moved + proposal.removed === 0
  return (
    <p role="status" className="mt-3 min-h-6 text-dense text-ink-2">
      {!proposal ? (
        data?.state === 'working' ? (
          'Looking for a better plan…'
        ) : null
      ) : isBest ? (
        isOld ? (
          'Looking for a better plan…'
        ) : (
          hintInWords(proposal)
        )
      ) : (
        <span className={isOld ? 'opacity-60' : undefined}>
          {hintInWords(proposal)} <TextLink to={paths.suggestPlan(panelId, { form })}>Look at it</TextLink>
        </span>
      )}
    </p>
  )
}
