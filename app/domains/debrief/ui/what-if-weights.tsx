import { useMemo, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { formatScore } from '../comparison-table.ts'
import type { ScoreKind } from '../comparison-choice.ts'
import type { ComparisonView } from '../comparison-view.ts'
import { judgeStability, listWeighed, scoreUnderWeights, writeStability } from '../comparison-weights.ts'

const mostWeight = 40

type WhatIfWeightsProps = { view: ComparisonView; kind: ScoreKind }

/** Weights to try out: nothing of it is stored, and the comparison above keeps the weights of the panel. */
export function WhatIfWeights({ view, kind }: WhatIfWeightsProps) {
  const [tried, setTried] = useState<Record<string, number>>({})
  const groups = useMemo(() => listWeighed(view, kind).filter((group) => group.length > 1), [view, kind])
  const known = new Set(groups.flat().flatMap(({ scores }) => Object.keys(scores)))
  const competencies = view.competencies.filter(({ id }) => known.has(id))
  if (groups.length === 0) return null
  const usual = Object.fromEntries(competencies.map(({ id, weight }) => [id, weight]))
  const weights = { ...usual, ...tried }
  const total = competencies.reduce((sum, { id }) => sum + (weights[id] ?? 0), 0)
  return (
    <div className="mt-6 print:hidden">
      <Disclosure title="What if the weights were different?">
        <p className="max-w-measure text-dense text-ink-2">
          Try it here. Nothing is stored, and the comparison above keeps the panel’s weights. Scores alone are
          weighed anew; who can be told apart stands in the tiers above.
        </p>
        <div className="mt-3 grid gap-x-10 gap-y-4 md:grid-cols-2">
          <fieldset>
            <legend className="text-dense font-semibold">Weights to try</legend>
            {competencies.map(({ id, name }) => (
              <label key={id} className="mt-1.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-dense">
                <span>{name}</span>
                <output>{total > 0 ? Math.round(((weights[id] ?? 0) / total) * 100) : 0} %</output>
                <input
                  type="range"
                  min={0}
                  max={Math.max(mostWeight, usual[id] ?? 0)}
                  value={weights[id] ?? 0}
                  onChange={(event) => setTried({ ...tried, [id]: Number(event.target.value) })}
                  className="col-span-2 min-h-6 w-full accent-accent pointer-coarse:min-h-11"
                />
              </label>
            ))}
            <div className="mt-2">
              <Button type="button" size="small" onClick={() => setTried({})}>
                Back to the panel’s weights
              </Button>
            </div>
          </fieldset>
          <div>
            {groups.map((group, index) => {
              const usually = scoreUnderWeights(group, usual)
              return (
                <div key={index} className="mb-4">
                  <p role="status" className="max-w-measure font-semibold">
                    {writeStability(judgeStability(group, weights))}
                  </p>
                  <table className="mt-2 w-full text-dense">
                    <caption className="sr-only">
                      {groups.length > 1 ? `Group ${index + 1}: scores` : 'Scores'} under the weights tried
                    </caption>
                    <thead className="text-left text-label text-ink-2">
                      <tr>
                        <th scope="col">Candidate</th>
                        <th scope="col">With these weights</th>
                        <th scope="col">With the panel’s</th>
                      </tr>
                    </thead>
                    <tbody>
                      {scoreUnderWeights(group, weights).map(({ candidate, score }) => (
                        <tr key={candidate.id} className="border-t border-line">
                          <th scope="row" className="py-1 pr-3 text-left font-normal">
                            {candidate.name}
                          </th>
                          <td className="font-semibold">{formatScore(score)}</td>
                          <td>
                            {formatScore(
                              usually.find((entry) => entry.candidate.id === candidate.id)?.score ?? NaN,
                            )}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )
            })}
          </div>
        </div>
      </Disclosure>
    </div>
  )
}
