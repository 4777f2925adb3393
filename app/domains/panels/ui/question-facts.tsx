import type { PanelPlan, PlannedContent } from '../panel.ts'

/** A question in a list: its title, the competency it is rated for, kind and difficulty. */
export function QuestionFacts({ plan, content }: { plan: PanelPlan; content: PlannedContent }) {
  const competency = plan.competencies.find((item) => item.id === content.primaryCompetency)
  const hasAnchors = content.rubrics.some((rubric) => rubric.scale === plan.scale.id)
  return (
    <span className="block min-w-0">
      <span className="block font-semibold wrap-anywhere" title={content.prompt}>
        {content.title}
      </span>
      <span className="block text-dense text-ink-2">
        {competency?.name ?? <b className="text-amber">not weighted in this panel</b>}
        {` · ${content.kind}, ${content.difficulty}`}
        {hasAnchors ? null : <b className="text-red"> · no anchors for this scale</b>}
      </span>
    </span>
  )
}
