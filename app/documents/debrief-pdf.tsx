import { Document, View } from '@react-pdf/renderer'
import type { DebriefView } from '#app/domains/debrief/debrief-view.ts'
import type { DebriefRecord } from '#app/domains/debrief/meeting/record-view.ts'
import { plotComparison } from '#app/domains/debrief/plots/comparison-plots.ts'
import { countCouldRead } from '#app/domains/scorecards/could-read.ts'
import { CandidateSummary } from './debrief/candidate-summary.tsx'
import { DecisionPage } from './debrief/decision-page.tsx'
import { Matrix } from './debrief/matrix.tsx'
import { PlotPages } from './debrief/plot-pages.tsx'
import { RecordPage } from './debrief/record-page.tsx'
import { Topic } from './debrief/topic.tsx'
import { FactsRow } from './parts/facts-row.tsx'
import { Sheet } from './parts/sheet.tsx'
import type { PaperName } from './parts/theme.ts'
import { Words } from './parts/words.tsx'

export type DebriefPdfProps = {
  debrief: DebriefView
  /** What started debriefs left behind; for the other candidates there is room to write. */
  records: readonly DebriefRecord[]
  /** The moment it shows, in words. */
  asOf: string
  paper: PaperName
  createdAt: Date
}

/** So many candidates of one competency fit on a sheet. */
const mostDrawn = 12

/** The packet for the debrief: the matrix, disagreements first, what everybody concluded, room to decide. */
export function DebriefPdf({ debrief, records, asOf, paper, createdAt }: DebriefPdfProps) {
  const { comparison } = debrief
  const plots = plotComparison(comparison, mostDrawn)
  const [only, ...others] = comparison.rows
  const about = only && others.length === 0 ? `${only.name}, ` : ''
  const title = `${comparison.isPast ? 'Past round' : 'Debrief'}, ${about}${comparison.panelName}`
  const footer = `${title} · as of ${asOf} · confidential`
  return (
    <Document title={title} creator="Panelist" producer="Panelist" creationDate={createdAt} language="en">
      <Sheet paper={paper} footer={footer} isLandscape isPartOfFile>
        <Words as="title">{title}</Words>
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
        <Words as="head">{debrief.headline.title}</Words>
        <View style={{ marginTop: 2, marginBottom: 8 }}>
          <Words>{debrief.headline.detail}</Words>
          {comparison.facts.couldRead > 0 && (
            <Words>{`Counted in: ${countCouldRead(comparison.facts.couldRead)}.`}</Words>
          )}
        </View>
        <Matrix comparison={comparison} />
      </Sheet>
      <Sheet paper={paper} footer={footer} isPartOfFile>
        <Words as="title">To talk about</Words>
        {debrief.topics.length === 0 && (
          <View style={{ marginTop: 6 }}>
            <Words>Nobody is two levels apart, and no bar of a must-have is unclear.</Words>
          </View>
        )}
        {debrief.topics.map((topic) => (
          <Topic key={`${topic.applicationId} ${topic.competencyId}`} topic={topic} />
        ))}
        {comparison.isPast ? null : <Conclusions debrief={debrief} records={records} />}
      </Sheet>
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
  )
}

/** Nobody concludes or signs anything of a past round: that happened elsewhere. */
function Conclusions({ debrief, records }: Pick<DebriefPdfProps, 'debrief' | 'records'>) {
  return (
    <>
      <View style={{ marginTop: 14 }}>
        <Words as="title">What everybody concluded</Words>
      </View>
      {debrief.candidates.map((candidate) => (
        <CandidateSummary key={candidate.row.applicationId} candidate={candidate} />
      ))}
      <DecisionPage debrief={debrief} records={records} />
    </>
  )
}
