import { useSearchParams } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { formatScore } from '../comparison-table.ts'
import type { ScoreKind } from '../comparison-choice.ts'
import type { ComparisonView } from '../comparison-view.ts'
import {
  judgeStability,
  listWeighed,
  mostTried,
  readTried,
  scoreUnderWeights,
  writeStability,
  writeTried,
  type Weights,
} from '../comparison-weights.ts'

const mostOnSlider = 40
/** Whoever tries weights looks at the top; thousands of rows would slow the page for everybody. */
const mostShown = 25
/** A browser refuses addresses that change faster than a slider moves. */
const settleMs = 250

type WhatIfWeightsProps = { view: ComparisonView; kind: ScoreKind }

/** Weights to try out: nothing of it is stored, and the comparison above keeps the weights of the panel. */
export function WhatIfWeights({ view, kind }: WhatIfWeightsProps) {
  const groups = useMemo(() => listWeighed(view, kind).filter((group) => group.length > 1), [view, kind])
  const known = new Set(groups.flat().flatMap(({ scores }) => Object.keys(scores)))
  const competencies = view.competencies.filter(({ id }) => known.has(id))
  const usual = Object.fromEntries(competencies.map(({ id, weight }) => [id, weight]))
  const { tried, setTried, wasShared } = useTriedWeights(usual)
  if (groups.length === 0) return null
  const weights = { ...usual, ...tried }
  const total = competencies.reduce((sum, { id }) => sum + (weights[id] ?? 0), 0)
  return (
    <div className="mt-6 print:hidden">
      <Disclosure title="What if the weights were different?" isOpen={wasShared}>
        <p className="max-w-measure text-dense text-ink-2">
          Try it here. Nothing is stored but in the address of this page, and the comparison above keeps the
          panel’s weights. Scores alone are weighed anew; who can be told apart stands in the tiers above.
        </p>
        <div className="mt-3 grid gap-x-10 gap-y-4 md:grid-cols-2">
          <fieldset>
            <legend className="text-dense font-semibold">Weights to try</legend>
            {competencies.map(({ id, name }) => (
              <WeightField
                key={id}
                name={name}
                weight={weights[id] ?? 0}
                share={total > 0 ? (weights[id] ?? 0) / total : 0}
                most={Math.max(mostOnSlider, usual[id] ?? 0)}
                onChange={(weight) => setTried({ ...tried, [id]: weight })}
              />
            ))}
            <div className="mt-2">
              <Button type="button" size="small" onClick={() => setTried({})}>
                Back to the panel’s weights
              </Button>
            </div>
          </fieldset>
          <div>
            {groups.map((group, index) => {
              const usually = new Map(
                scoreUnderWeights(group, usual).map(({ candidate, score }) => [candidate.id, score]),
              )
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
                      {scoreUnderWeights(group, weights)
                        .slice(0, mostShown)
                        .map(({ candidate, score }) => (
                          <tr key={candidate.id} className="border-t border-line">
                            <th scope="row" className="py-1 pr-3 text-left font-normal">
                              {candidate.name}
                            </th>
                            <td className="font-semibold">{formatScore(score)}</td>
                            <td>{formatScore(usually.get(candidate.id) ?? NaN)}</td>
                          </tr>
                        ))}
                    </tbody>
                  </table>
                  {group.length > mostShown ? (
                    <p className="mt-1 text-dense text-ink-2">
                      The first {mostShown} of {group.length.toLocaleString('en')}; all of them are weighed.
                    </p>
                  ) : null}
                </div>
              )
            })}
          </div>
        </div>
      </Disclosure>
    </div>
  )
}

/** The weights tried, kept in the address once they come to rest. */
function useTriedWeights(usual: Weights) {
  const [params, setParams] = useSearchParams()
  const [moving, setMoving] = useState<Record<string, number> | null>(null)
  const kept = readTried(params, Object.keys(usual))
  const [wasShared] = useState(Object.keys(kept).length > 0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const setTried = (tried: Record<string, number>) => {
    setMoving(tried)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setParams((now) => writeTried(now, tried, usual), { replace: true, preventScrollReset: true })
    }, settleMs)
  }
  return { tried: moving ?? kept, setTried, wasShared }
}

type WeightFieldProps = {
  name: string
  weight: number
  /** Of all weights, 0 to 1. */
  share: number
  /** What the slider reaches; more can be typed. */
  most: number
  onChange: (weight: number) => void
}

function WeightField({ name, weight, share, most, onChange }: WeightFieldProps) {
  const change = (text: string) => onChange(Math.min(mostTried, Math.max(0, Math.round(Number(text) || 0))))
  return (
    <div className="mt-1.5 grid grid-cols-[minmax(0,1fr)_4rem_3rem] items-center gap-x-3 text-dense">
      <span aria-hidden>{name}</span>
      <input
        type="number"
        aria-label={`${name}, weight`}
        min={0}
        max={mostTried}
        value={weight}
        onFocus={(event) => event.target.select()}
        onChange={(event) => change(event.target.value)}
        className="min-h-7 w-full rounded-md border border-line-2 bg-surface px-2 text-right pointer-coarse:min-h-11"
      />
      <span className="text-right text-ink-2">{Math.round(share * 100)} %</span>
      <input
        type="range"
        aria-label={name}
        min={0}
        max={Math.max(most, weight)}
        value={weight}
        onChange={(event) => change(event.target.value)}
        className="col-span-3 min-h-6 w-full accent-accent pointer-coarse:min-h-11"
      />
    </div>
  )
}
