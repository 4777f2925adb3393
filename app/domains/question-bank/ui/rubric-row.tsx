import { RatingSegments } from '#app/ui/rating-mark.tsx'
import type { Rubric, Scale } from '#rubrics/content.schema.ts'

/** The anchors of one rubric side by side in a ruled row, as on the printed card; below each other on a phone. */
export function RubricRow({ rubric, scale }: { rubric: Rubric; scale: Scale | undefined }) {
  const of = rubric.anchors.length
  return (
    <ol
      aria-label={`Anchors, ${scale?.name ?? rubric.scale}`}
      className="grid divide-y divide-rule overflow-hidden rounded-sm border border-rule bg-surface md:auto-cols-fr md:grid-flow-col md:divide-x md:divide-y-0"
    >
      {rubric.anchors.map((anchor) => {
        const level = scale?.levels.find((item) => item.value === anchor.level)
        return (
          <li key={anchor.level} className="p-3.5 break-inside-avoid">
            <h3 className="flex items-center gap-2 font-semibold" title={level?.meaning}>
              <RatingSegments level={anchor.level} of={of} />
              {anchor.level} {level?.label}
            </h3>
            <p className="mt-1.5 text-dense">{anchor.text}</p>
          </li>
        )
      })}
    </ol>
  )
}
