import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Competency, Role } from '#rubrics/content.schema.ts'

/** The competencies of a role, the heaviest first: weight as a bar, why it weighs so, and the bar of a must-have. */
export function WeightList({
  entries,
  competencies,
}: {
  entries: Role['competencies']
  competencies: readonly Competency[]
}) {
  const byId = new Map(competencies.map((item) => [item.id, item]))
  const heaviest = Math.max(...entries.map((entry) => entry.weight))
  return (
    <ol>
      {entries
        .toSorted((a, b) => b.weight - a.weight)
        .map(({ competency, weight, reason, gate }) => (
          <li
            key={competency}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3 last:border-0 sm:grid-cols-[minmax(0,15rem)_10rem_minmax(0,1fr)]"
          >
            <div>
              <h3>
                <TextLink to={paths.competency(competency)} look="plain">
                  {byId.get(competency)?.name ?? competency}
                </TextLink>
              </h3>
              {gate === null ? null : <StateMark state="gate" label={`Must-have, bar ${gate}`} />}
            </div>
            <div className="flex h-5.5 items-center gap-2">
              <span className="w-6 flex-none text-right font-semibold">{weight}</span>
              <svg aria-hidden height={8} className="w-full">
                <rect width={`${(weight / heaviest) * 100}%`} height={8} className="fill-ink-2" />
              </svg>
            </div>
            <div className="min-w-0">
              <p>{reason}</p>
              <p className="mt-0.5 text-dense text-ink-2">{byId.get(competency)?.definition}</p>
            </div>
          </li>
        ))}
    </ol>
  )
}
