import { Document, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import { tablesOf } from './comparison/compose-comparison.ts'
import type { DebriefView } from '#app/domains/debrief/debrief-view.ts'
import type { DebriefRecord } from '#app/domains/debrief/meeting/record-view.ts'
import { plotComparison } from '#app/domains/debrief/plots/comparison-plots.ts'
import { SummaryHead, Verdict } from './debrief/candidate-summary.tsx'
import { DecisionPage } from './debrief/decision-page.tsx'
import { MatrixLegend } from './debrief/matrix.tsx'
import { PlotPages } from './debrief/plot-pages.tsx'
import { RecordPage } from './debrief/record-page.tsx'
import { Said } from './debrief/said.tsx'
import { Topic } from './debrief/topic.tsx'
import { FactsRow } from './parts/facts-row.tsx'
import { lookOf, LookContext, type PrintStyle } from './parts/look.ts'
import { Sheet } from './parts/sheet.tsx'
import { tagged } from './parts/tags.ts'
import { Words } from './parts/words.tsx'
import { drawComposition } from './press/compose.ts'
import { composeFlow, type FlowPart } from './press/compose-flow.ts'
import { addFooters, drawRun } from './press/draw-run.tsx'
import type { DrawnFile } from './press/drawing.ts'
import { joinFiles } from './press/join-files.ts'
import { drawDocument } from './press/lay-out.ts'

export type DebriefPdfProps = PrintStyle & {
  debrief: DebriefView
  /** What started debriefs left behind; for the other candidates there is room to write. */
  records: readonly DebriefRecord[]
  /** The moment it shows, in words. */
  asOf: string
  createdAt: Date
}

/** So many candidates of one competency fit on a sheet. */
const mostDrawn = 12

/**
 * The packet for the debrief: the matrix, disagreements first, what everybody concluded, room to decide.
 * @param watch is told the share that is done, and may throw to stop
 */
export async function drawDebrief(
  props: DebriefPdfProps,
  watch: (share: number) => void = () => undefined,
): Promise<DrawnFile> {
  const { debrief, records, asOf, paper, size, ink, createdAt } = props
  const { comparison } = debrief
  const [only, ...others] = comparison.rows
  const about = only && others.length === 0 ? `${only.name}, ` : ''
  const title = `${comparison.isPast ? 'Past round' : 'Debrief'}, ${about}${comparison.panelName}`
  const look = lookOf(size, ink)
  const print = { paper, size, ink, title, createdAt }
  const opening = { isLandscape: true, parts: listOpening(props, title) }
  const first = await drawComposition(await composeFlow(opening, print))
  watch(0.1)
  const said = await drawRun(listParts(debrief, records), print, (share) => watch(0.1 + share * 0.7))
  const closing = await drawDocument(
    <LookContext value={look}>
      <Document title={title} creationDate={createdAt}>
        {listClosing(props)}
      </Document>
    </LookContext>,
  )
  const whole = joinFiles([first, said, closing])
  return addFooters(whole, `${title} · as of ${asOf} · confidential`, look)
}

/** The first pages: what the scores allow to be said, and the matrix. */
function listOpening({ debrief, asOf, size, ink }: DebriefPdfProps, title: string): FlowPart[] {
  const { comparison } = debrief
  const { facts, isPast } = comparison
  const about = [
    ...(isPast
      ? [{ label: 'Past round', value: 'Read only' }]
      : [
          { label: 'Role', value: comparison.roleName },
          { label: 'Panel', value: `version ${comparison.versionNumber}` },
        ]),
    { label: 'Candidates', value: String(facts.candidates) },
    {
      label: isPast ? 'Pairs rated' : 'Scorecards',
      value: isPast ? String(facts.submitted) : `${facts.submitted} of ${facts.owed}`,
    },
    { label: 'As of', value: asOf },
  ]
  const head = (
    <Words as="title" {...tagged('H1')}>
      {title}
    </Words>
  )
  return [
    { key: ['title', title], element: head, isHead: true },
    { key: ['facts', about], element: <FactsRow facts={about} /> },
    { key: ['said', debrief.headline, comparison], element: <Said debrief={debrief} /> },
    ...tablesOf({ comparison, decisions: {}, size, ink }),
    { key: ['legend', comparison.calibration.kind], element: <MatrixLegend comparison={comparison} /> },
  ]
}

/** What is said of candidates, part by part: the agenda, then what everybody concluded, then room to decide. */
function listParts(debrief: DebriefView, records: readonly DebriefRecord[]): FlowPart[] {
  const topics = debrief.topics.map((topic) => ({ key: ['topic', topic], element: <Topic topic={topic} /> }))
  const agenda = [
    partHead('To talk about'),
    ...(topics.length > 0 ? topics : [{ key: 'no topic', element: <NoTopic /> }]),
  ]
  // Nobody concludes or signs anything of a past round: that happened elsewhere.
  if (debrief.comparison.isPast) return agenda
  return [
    ...agenda,
    { ...partHead('What everybody concluded'), before: 14 },
    ...debrief.candidates.flatMap(({ row, verdicts }): FlowPart[] => [
      {
        key: ['concluded', row.name, row.submitted, row.owed, verdicts.length === 0],
        element: <SummaryHead row={row} verdicts={verdicts} />,
        isHead: verdicts.length > 0,
      },
      ...verdicts.map((verdict) => ({ key: ['verdict', verdict], element: <Verdict verdict={verdict} /> })),
    ]),
    {
      key: [
        'decision',
        debrief.comparison.rows.map(({ applicationId, name }) => [applicationId, name]),
        debrief.signatures,
        records,
      ],
      element: <DecisionPage debrief={debrief} records={records} />,
    },
  ]
}

function partHead(words: string): FlowPart {
  const element = (
    <Words as="title" {...tagged('H2')}>
      {words}
    </Words>
  )
  return { key: ['head', words], element, isHead: true }
}

/** What started debriefs left behind, and the pictures. */
function listClosing({ debrief, records, paper }: DebriefPdfProps): ReactElement[] {
  const plots = plotComparison(debrief.comparison, mostDrawn)
  const sheets = records.map((record) => (
    <Sheet
      key={record.applicationId}
      paper={paper}
      draftMark={record.isLocked ? undefined : 'Draft: not locked'}
    >
      <RecordPage record={record} />
    </Sheet>
  ))
  if (plots.isEmpty) return sheets
  return [
    ...sheets,
    <Sheet key="plots" paper={paper}>
      <PlotPages plots={plots} />
    </Sheet>,
  ]
}

function NoTopic() {
  return (
    <View style={{ marginTop: 6 }}>
      <Words>Nobody is two levels apart, and no bar of a must-have is unclear.</Words>
    </View>
  )
}
