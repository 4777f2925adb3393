import { createElement } from 'react'
import type { ComparisonView } from '#app/domains/debrief/comparison-view.ts'
import type { Headline } from '#app/domains/debrief/headline.ts'
import { Said } from '#app/documents/debrief/said.tsx'
import { MatrixHead, MatrixLegend, MatrixRow, splitCompetencies } from '#app/documents/debrief/matrix.tsx'
import { FactsRow } from '#app/documents/parts/facts-row.tsx'
import { lookOf, type PrintStyle } from '#app/documents/parts/look.ts'
import { Words } from '#app/documents/parts/words.tsx'
import type { Composition } from '#app/documents/press/compose.ts'
import { composeFlow, type FlowPart } from '#app/documents/press/compose-flow.ts'

export type ComparisonPdfProps = PrintStyle & {
  comparison: ComparisonView
  headline: Headline
  /** Where debriefs stand, by application id. */
  decisions: Readonly<Record<string, string>>
  /** The moment it shows, in words. */
  asOf: string
  createdAt: Date
}

/** The comparison on landscape paper: what can be said, then candidates by competencies, in as many tables as it takes. */
export function composeComparison(
  props: ComparisonPdfProps,
  watch?: (share: number) => void,
): Promise<Composition> {
  const { comparison, asOf } = props
  const title = `Comparison, ${comparison.panelName}`
  const flow = {
    footer: `${title} · as of ${asOf} · confidential`,
    isLandscape: true,
    parts: [...openingOf(props, title), legendOf(comparison), ...tablesOf(props)],
  }
  return composeFlow(flow, { ...props, title }, watch)
}

function openingOf({ comparison, headline, asOf }: ComparisonPdfProps, title: string): FlowPart[] {
  const { facts, isPast } = comparison
  const about = [
    { label: isPast ? 'Past round' : 'Role', value: isPast ? 'Read only' : comparison.roleName },
    ...(isPast ? [] : [{ label: 'Panel', value: `version ${comparison.versionNumber}` }]),
    { label: 'Candidates', value: `${facts.candidates}, ${facts.ordered} in order` },
    {
      label: isPast ? 'Pairs rated' : 'Scorecards',
      value: isPast ? String(facts.submitted) : `${facts.submitted} of ${facts.owed}`,
    },
    {
      label: 'Questions in common',
      value:
        facts.questionsInCommon === null ? 'cannot say' : `${Math.round(facts.questionsInCommon * 100)} %`,
    },
    { label: 'As of', value: asOf },
  ]
  return [
    {
      key: ['title', title],
      element: createElement(Words, { as: 'title', tagged: { tag: 'H1' } }, title),
      isHead: true,
    },
    { key: ['facts', about], element: createElement(FactsRow, { facts: about }) },
    {
      key: ['said', headline, comparison.calibration, comparison.rows.map((row) => row.name), facts],
      element: createElement(Said, { debrief: { comparison, headline } }),
    },
  ]
}

/** A row for each candidate, under the head of its table; `decisions` stand under the names. */
export function tablesOf({
  comparison,
  decisions,
  size,
  ink,
}: Pick<ComparisonPdfProps, 'comparison' | 'decisions' | 'size' | 'ink'>): FlowPart[] {
  const { scale, versionNumber } = comparison
  const tables = splitCompetencies(comparison, lookOf(size, ink))
  return tables.flatMap((competencies, i) => {
    const place = { comparison, competencies, isFirst: i === 0, isLast: i === tables.length - 1 }
    const key = ['table', i, competencies, comparison.competencies, scale, versionNumber]
    const under = { key, element: createElement(MatrixHead, place) }
    return comparison.rows.map((row, at): FlowPart => {
      const decision = decisions[row.applicationId]
      const element = createElement(MatrixRow, { ...place, row, decision })
      const before = at > 0 ? 0 : i > 0 ? 12 : 5
      return {
        key: ['row', key, row, tierOf(row.applicationId, comparison), decision],
        element,
        under,
        before,
      }
    })
  })
}

/** What a row takes from the calibration besides its own figures. */
function tierOf(applicationId: string, { calibration }: ComparisonView): unknown {
  if (calibration.kind === 'none') return null
  const tier = calibration.tiers.find((one) => one.applicationIds.includes(applicationId))
  return tier && [tier.group, tier.tier, calibration.groups]
}

/** How to read the figures; it stands above them, so that no page has it alone. */
function legendOf(comparison: ComparisonView): FlowPart {
  if (comparison.rows.length === 0) {
    const words = 'Nobody to compare yet. Put candidates on this panel, then print again.'
    return { key: words, element: createElement(Words, {}, words) }
  }
  const key = ['legend', comparison.calibration.kind]
  return { key, element: createElement(MatrixLegend, { comparison }), isHead: true }
}
