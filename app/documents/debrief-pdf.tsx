import { Document, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import type { DebriefView } from '#app/domains/debrief/debrief-view.ts'
import type { DebriefRecord } from '#app/domains/debrief/meeting/record-view.ts'
import { plotComparison } from '#app/domains/debrief/plots/comparison-plots.ts'
import { CandidateSummary } from './debrief/candidate-summary.tsx'
import { DecisionPage } from './debrief/decision-page.tsx'
import { Matrix } from './debrief/matrix.tsx'
import { PlotPages } from './debrief/plot-pages.tsx'
import { RecordPage } from './debrief/record-page.tsx'
import { Said } from './debrief/said.tsx'
import { Topic } from './debrief/topic.tsx'
import { FactsRow } from './parts/facts-row.tsx'
import { cutIntoPieces } from './parts/in-pieces.ts'
import { lookOf, LookContext, type PrintStyle } from './parts/look.ts'
import { Sheet } from './parts/sheet.tsx'
import { tagged } from './parts/tags.ts'
import { Words } from './parts/words.tsx'

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
 * The renderer lays out all that is left of a run of pages again at every page of it, so that a long run takes its time squared:
 * after so many blocks a new run begins.
 */
const mostInRun = 14

/** The packet for the debrief: the matrix, disagreements first, what everybody concluded, room to decide. */
export function DebriefPdf({ debrief, records, asOf, paper, size, ink, createdAt }: DebriefPdfProps) {
  const { comparison } = debrief
  const plots = plotComparison(comparison, mostDrawn)
  const [only, ...others] = comparison.rows
  const about = only && others.length === 0 ? `${only.name}, ` : ''
  const title = `${comparison.isPast ? 'Past round' : 'Debrief'}, ${about}${comparison.panelName}`
  const sheets = cutIntoPieces(listBlocks(debrief, records), mostInRun)
  const footer = `${title} · as of ${asOf} · confidential`
  return (
    <LookContext value={lookOf(size, ink)}>
      <Document title={title} creator="Panelist" producer="Panelist" creationDate={createdAt} language="en">
        <Sheet paper={paper} footer={footer} isLandscape isPartOfFile>
          <Words as="title" {...tagged('H1')}>
            {title}
          </Words>
          <FactsRow
            facts={[
              ...(comparison.isPast
                ? [{ label: 'Past round', value: 'Read only' }]
                : [
                    { label: 'Role', value: comparison.roleName },
                    { label: 'Panel', value: `version ${comparison.versionNumber}` },
                  ]),
              { label: 'Candidates', value: String(comparison.facts.candidates) },
              {
                label: comparison.isPast ? 'Pairs rated' : 'Scorecards',
                value: comparison.isPast
                  ? String(comparison.facts.submitted)
                  : `${comparison.facts.submitted} of ${comparison.facts.owed}`,
              },
              { label: 'As of', value: asOf },
            ]}
          />
          <Said debrief={debrief} />
          <Matrix comparison={comparison} />
        </Sheet>
        {sheets.map((blocks, i) => (
          <Sheet key={i} paper={paper} footer={footer} isPartOfFile>
            {blocks}
          </Sheet>
        ))}
        {records.map((record) => (
          <Sheet
            key={record.applicationId}
            paper={paper}
            footer={footer}
            draftMark={record.isLocked ? undefined : 'Draft: not locked'}
            isPartOfFile
          >
            <RecordPage record={record} />
          </Sheet>
        ))}
        {plots.isEmpty ? null : (
          <Sheet paper={paper} footer={footer} isPartOfFile>
            <PlotPages plots={plots} />
          </Sheet>
        )}
      </Document>
    </LookContext>
  )
}

/** What is said of candidates, block by block: the agenda, then what everybody concluded, then room to decide. */
function listBlocks(debrief: DebriefView, records: readonly DebriefRecord[]): ReactElement[] {
  const topics = debrief.topics.map((topic) => (
    <Topic key={`${topic.applicationId} ${topic.competencyId}`} topic={topic} />
  ))
  const agenda = [
    <Words key="agenda" as="title" {...tagged('H2')}>
      To talk about
    </Words>,
    ...(topics.length > 0 ? topics : [<NoTopic key="no topic" />]),
  ]
  // Nobody concludes or signs anything of a past round: that happened elsewhere.
  if (debrief.comparison.isPast) return agenda
  return [
    ...agenda,
    <View key="concluded" style={{ marginTop: 14 }} minPresenceAhead={60}>
      <Words as="title" {...tagged('H2')}>
        What everybody concluded
      </Words>
    </View>,
    ...debrief.candidates.map((candidate) => (
      <CandidateSummary key={candidate.row.applicationId} candidate={candidate} />
    )),
    <DecisionPage key="decision" debrief={debrief} records={records} />,
  ]
}

function NoTopic() {
  return (
    <View style={{ marginTop: 6 }}>
      <Words>Nobody is two levels apart, and no bar of a must-have is unclear.</Words>
    </View>
  )
}
