import { createElement } from 'react'
import type { ExplainedPart } from '#app/domains/panels/planner/plan-explained.ts'
import type { PlanView } from '#app/domains/panels/panel-views.ts'
import { FactsRow } from '#app/documents/parts/facts-row.tsx'
import type { PrintStyle } from '#app/documents/parts/look.ts'
import { Words } from '#app/documents/parts/words.tsx'
import type { Composition } from '#app/documents/press/compose.ts'
import { composeFlow, type FlowPart } from '#app/documents/press/compose-flow.ts'
import { GridHead, GridLegend, GridRow } from './coverage-table.tsx'
import { InterviewHead, QuestionHead, QuestionRow } from './interview-plan.tsx'

export type PanelPdfProps = PrintStyle & {
  plan: PlanView['plan']
  coverage: PlanView['coverage']
  /** Of interviewers, by id. */
  names: PlanView['names']
  /** What falls short, in sentences; nothing for a version that was published. */
  problems: readonly string[]
  /** What the planner says of it, head by head. */
  explained: readonly ExplainedPart[]
  /** Null for a draft, which says so on every page. */
  version: { number: number; published: string } | null
  /** "Published, version 2", "Changed since version 2". */
  statusWords: string
  createdAt: Date
}

/** The plan of a panel: who tests what for how long, then every interview with its people and questions. */
export function composePanel(props: PanelPdfProps, watch?: (share: number) => void): Promise<Composition> {
  const { plan, version } = props
  const title = `Panel plan, ${plan.name}`
  const flow = {
    footer: `${title} · ${version === null ? 'draft' : `version ${version.number}`} · ${plan.role.name}`,
    draftMark: version === null ? 'DRAFT: not published, may still change' : undefined,
    parts: [
      {
        key: ['title', title],
        element: createElement(Words, { as: 'title', tagged: { tag: 'H1' } }, title),
        isHead: true,
      },
      factsOf(props),
      ...gridOf(props),
      ...interviewsOf(props),
      ...listExplained(props),
    ],
  }
  return composeFlow(flow, { ...props, title }, watch)
}

function factsOf({ plan, coverage, version, statusWords }: PanelPdfProps): FlowPart {
  const { totals, mustHaves } = coverage
  const facts = [
    { label: 'Role', value: plan.role.name },
    {
      label: 'State',
      value: version === null ? statusWords : `Version ${version.number}, ${version.published}`,
    },
    { label: 'Loop', value: `${totals.interviews} × interview, ${totals.slotMinutes} min` },
    { label: 'Questions', value: `${totals.questions}, ${totals.usedMinutes} min` },
    {
      label: 'Must-haves tested twice',
      value: mustHaves.all === 0 ? 'none set' : `${mustHaves.tested} of ${mustHaves.all}`,
    },
    { label: 'Scale', value: plan.scale.name },
  ]
  return { key: ['facts', facts], element: createElement(FactsRow, { facts }) }
}

function gridOf({ coverage, plan }: PanelPdfProps): FlowPart[] {
  const { columns, rows } = coverage
  const total = plan.competencies.reduce((sum, { weight }) => sum + weight, 0)
  const under = { key: ['grid', columns], element: createElement(GridHead, { columns }) }
  return [
    {
      key: 'coverage',
      element: createElement(Words, { as: 'head', tagged: { tag: 'H2' } }, 'Coverage, in minutes'),
      isHead: true,
    },
    ...rows.map((row): FlowPart => {
      const share = total === 0 ? 0 : row.weight / total
      return { key: ['covered', row, share], element: createElement(GridRow, { row, share }), under }
    }),
    ...(rows.length === 0
      ? [{ key: 'no competency', element: createElement(Words, {}, 'No competency is weighted yet.') }]
      : [{ key: 'grid legend', element: createElement(GridLegend) }]),
  ]
}

function interviewsOf({ plan, coverage, names }: PanelPdfProps): FlowPart[] {
  const competencyName = (id: string) =>
    plan.competencies.find((item) => item.id === id)?.name ?? 'not weighted in this panel'
  if (plan.interviews.length === 0)
    return [
      { key: 'no interview', before: 10, element: createElement(Words, {}, 'No interview is planned yet.') },
    ]
  return plan.interviews.flatMap((interview, at): FlowPart[] => {
    const people = interview.interviewerIds.map((id) => names[id] ?? 'Somebody')
    const column = coverage.columns[at]
    const head = {
      letter: interview.letter,
      focus: interview.focus,
      place: `Interview ${at + 1} of ${plan.interviews.length}`,
      minutes: interview.minutes,
      usedMinutes: column?.usedMinutes ?? 0,
      people,
      competencyNames: interview.competencyIds.map(competencyName),
      curve: interview.questions.map(({ content }) => ({
        difficulty: content.difficulty,
        minutes: content.minutes,
      })),
    }
    const under = { key: ['questions', at], element: createElement(QuestionHead) }
    const before = { start: 0 }
    return [
      { key: ['interview', head], element: createElement(InterviewHead, head), isHead: true, before: 12 },
      ...interview.questions.map(({ questionId, content }, i): FlowPart => {
        const row = {
          number: i + 1,
          title: content.title,
          competencyName: competencyName(content.primaryCompetency),
          kind: content.kind,
          difficulty: content.difficulty,
          minutes: content.minutes,
          startsAt: before.start,
        }
        before.start += content.minutes
        return { key: ['question', questionId, row], element: createElement(QuestionRow, row), under }
      }),
      ...(interview.questions.length === 0
        ? [
            {
              key: 'no question',
              element: createElement(Words, { as: 'small' }, 'No question is chosen yet.'),
            },
          ]
        : []),
    ]
  })
}

function listExplained({ problems, explained }: PanelPdfProps): FlowPart[] {
  const short = problems.length > 0 ? [{ title: 'What falls short', lines: problems }] : []
  return [...short, ...explained].flatMap(({ title, lines }): FlowPart[] => [
    {
      key: ['explained', title],
      before: 12,
      element: createElement(Words, { as: 'head', tagged: { tag: 'H2' } }, title),
      isHead: true,
    },
    ...lines.map((text) => ({
      key: ['explained', title, text],
      before: 2,
      element: createElement(Words, { as: 'small' }, text),
    })),
  ])
}
