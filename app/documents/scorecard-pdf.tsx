import { versionWords } from '#app/domains/panels/forms/panel-form.ts'
import { Document, StyleSheet, View } from '@react-pdf/renderer'
import { addedTitle } from '#app/domains/scorecards/added-question.ts'
import { couldReadWords } from '#app/domains/scorecards/could-read.ts'
import type { AddedView, QuestionView, ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { AnchorRow } from './parts/anchor-row.tsx'
import { FactsRow } from './parts/facts-row.tsx'
import { lookOf, LookContext, type PrintStyle } from './parts/look.ts'
import { Sheet } from './parts/sheet.tsx'
import { tagged } from './parts/tags.ts'
import { hairline, ink } from './parts/theme.ts'
import { Bold, Words } from './parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginBottom: 8 },
  row: { flexDirection: 'row', justifyContent: 'space-between', gap: 10 },
  prompt: { flex: 1 },
  gap: { marginTop: 4 },
  quote: { borderLeftWidth: 1.5, borderLeftColor: hairline, paddingLeft: 6, marginTop: 4 },
  columns: { flexDirection: 'row', gap: 14, marginTop: 3 },
  column: { flex: 1 },
})

export type ScorecardPdfProps = PrintStyle & {
  card: ScorecardView
  /** Moments in words, in the zone of whoever prints. */
  times: { held: string | null; submitted: string | null; amended: string[] }
  createdAt: Date
}

/** A card as it was handed in; a draft says so on every page. */
export function ScorecardPdf({ card, times, paper, size, ink: colours, createdAt }: ScorecardPdfProps) {
  const title = `Scorecard, ${card.candidateName}, ${card.focus}`
  return (
    <LookContext value={lookOf(size, colours)}>
      <Document title={title} creator="Panelist" producer="Panelist" creationDate={createdAt} language="en">
        <Sheet
          paper={paper}
          draftMark={card.isDraft ? 'DRAFT' : undefined}
          footer={`${card.roleName} · ${card.candidateName} · ${card.interviewLetter} ${card.focus} · ${card.interviewerName}${card.isShadow ? ', shadow' : ''}`}
        >
          <View style={styles.row}>
            <Words as="title" {...tagged('H1')}>
              {card.isShadow ? 'Scorecard of a shadow' : 'Scorecard'}
            </Words>
            <Words as="label">{`${card.panelName}, ${versionWords({ number: card.panelVersion, form: card.panelForm })}`}</Words>
          </View>
          <FactsRow
            facts={[
              { label: 'Candidate', value: card.candidateName },
              { label: 'Interview', value: `${card.interviewLetter} ${card.focus}` },
              { label: card.isShadow ? 'Shadow' : 'Interviewer', value: card.interviewerName },
              { label: 'Held', value: times.held ?? 'no time given' },
              { label: 'Handed in', value: times.submitted ?? 'not yet' },
            ]}
          />
          {card.enteredByName && (
            <View style={{ marginBottom: 6 }}>
              <Words as="small">
                {`Typed in from paper by ${card.enteredByName}; ${card.confirmedAtMs === null ? 'not yet confirmed' : 'confirmed'} by ${card.interviewerName}.`}
              </Words>
            </View>
          )}
          {card.isShadow && (
            <View style={{ marginBottom: 6 }}>
              <Words as="small">Shadow: written in training, counted in no score and no decision.</Words>
            </View>
          )}
          {card.couldReadOthers && (
            <View style={{ marginBottom: 6 }}>
              <Words as="small">{couldReadWords}</Words>
            </View>
          )}
          <Summary card={card} />
          <Deviations card={card} />
          {card.questions.map((question) => (
            <RecordedQuestion key={question.questionId} question={question} />
          ))}
          {card.added.map((question) => (
            <AddedQuestion key={question.questionId} question={question} />
          ))}
          <Amendments card={card} times={times.amended} />
        </Sheet>
      </Document>
    </LookContext>
  )
}

function Summary({ card }: { card: ScorecardView }) {
  return (
    <View {...tagged('Sect')} style={styles.block}>
      <Words as="head" {...tagged('H2')}>{`Recommendation: ${card.recommendationWords}`}</Words>
      {card.recommendationReason !== '' && <Words>{card.recommendationReason}</Words>}
      <View style={styles.columns}>
        <View style={styles.column}>
          <Words as="strong">For</Words>
          <Words>{card.summaryFor || 'Nothing written.'}</Words>
        </View>
        <View style={styles.column}>
          <Words as="strong">Against</Words>
          <Words>{card.summaryAgainst || 'Nothing written.'}</Words>
        </View>
      </View>
    </View>
  )
}

function Deviations({ card }: { card: ScorecardView }) {
  if (card.deviations.length === 0) return null
  return (
    <View {...tagged('Sect')} style={styles.block}>
      <Words as="head" {...tagged('H2')}>
        Left the plan
      </Words>
      {card.deviations.map((words) => (
        <Words key={words}>{words}</Words>
      ))}
    </View>
  )
}

function AddedQuestion({ question }: { question: AddedView }) {
  return (
    <View {...tagged('Sect')} style={styles.block}>
      <View wrap={false} style={styles.row}>
        <View style={styles.prompt}>
          <Words as="head" {...tagged('H2')}>
            {question.prompt || addedTitle(question)}
          </Words>
          <Words as="label">Asked beside the plan, counted in no score</Words>
        </View>
        <Words as="head">{question.ratingWords}</Words>
      </View>
      <Notes entry={question} />
    </View>
  )
}

function RecordedQuestion({ question }: { question: QuestionView }) {
  const { rating } = question
  return (
    <View {...tagged('Sect')} style={styles.block}>
      <View wrap={false}>
        <View style={styles.row}>
          <View style={styles.prompt}>
            <Words as="head" {...tagged('H2')}>{`${question.number}. ${question.prompt}`}</Words>
            <Words as="label">{`${question.competencyName}${question.isGate ? ', must-have' : ''}`}</Words>
          </View>
          <Words as="head">{question.ratingWords}</Words>
        </View>
        <AnchorRow anchors={question.anchors} chosen={rating?.state === 'rated' ? rating.level : null} />
      </View>
      {question.signals.length > 0 && (
        <View style={styles.gap}>
          <Words>
            <Bold>Signals: </Bold>
            {question.signals.join('; ')}
          </Words>
        </View>
      )}
      {question.probesAsked.length > 0 && (
        <View style={styles.gap}>
          <Words>
            <Bold>Probes asked: </Bold>
            {question.probesAsked.join(' ')}
          </Words>
        </View>
      )}
      <Notes entry={question} />
    </View>
  )
}

function Notes({ entry }: { entry: Pick<AddedView, 'evidence' | 'answer' | 'privateNote'> }) {
  return (
    <>
      <View style={styles.gap}>
        <Words>
          <Bold>Evidence: </Bold>
          {entry.evidence || 'Nothing written.'}
        </Words>
      </View>
      {entry.answer !== '' && (
        <View style={styles.quote}>
          <Words>{`“${entry.answer}”`}</Words>
        </View>
      )}
      {entry.privateNote !== null && entry.privateNote !== '' && (
        <View style={styles.gap}>
          <Words>
            <Bold>Private note, only on your copy: </Bold>
            {entry.privateNote}
          </Words>
        </View>
      )}
    </>
  )
}

function Amendments({ card, times }: { card: ScorecardView; times: readonly string[] }) {
  if (card.amendments.length === 0) return null
  return (
    <View {...tagged('Sect')} style={styles.block}>
      <Words as="head" {...tagged('H2')}>
        Changed after it was handed in
      </Words>
      {card.amendments.map((change, i) => (
        <View key={`${change.place}-${change.atMs}`} style={styles.gap} wrap={false}>
          <Words>
            <Bold>{`${change.place}: `}</Bold>
            {`from “${change.before}” to “${change.after}”, ${times[i] ?? ''} by ${change.by}. ${change.reason}`}
          </Words>
        </View>
      ))}
    </View>
  )
}
