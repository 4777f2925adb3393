import { StyleSheet, View } from '@react-pdf/renderer'
import { formatApart } from '#app/domains/debrief/comparison-table.ts'
import type { DebriefTopic } from '#app/domains/debrief/debrief-view.ts'
import type { EvidenceEntry } from '#app/domains/debrief/evidence-view.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginTop: 8 },
  sides: { flexDirection: 'row', gap: 14, marginTop: 4 },
  side: { flex: 1 },
  entry: { borderLeftWidth: 1.5, borderLeftColor: hairline, paddingLeft: 6, marginTop: 4 },
})

/** One point of the agenda with what both sides wrote. */
export function Topic({ topic }: { topic: DebriefTopic }) {
  const why =
    topic.reason === 'apart'
      ? `${formatApart(topic.apart)} levels apart`
      : `the scores do not say on which side of the bar of ${topic.bar?.toFixed(1) ?? ''} this is`
  return (
    <View {...tagged('Sect')} style={styles.block}>
      <View minPresenceAhead={60}>
        <Words
          as="head"
          {...tagged('H3')}
        >{`${topic.candidateName}: ${topic.competencyName}${topic.isMustHave ? ', must-have' : ''}`}</Words>
        <Words as="label">{why}</Words>
        {topic.heardDifferentQuestions && (
          <Words as="label">The two sides rated different questions, which alone can make a gap.</Words>
        )}
      </View>
      <View style={styles.sides}>
        <Side title="Lower" entries={topic.lower} />
        <Side title="Higher" entries={topic.higher} />
      </View>
    </View>
  )
}

function Side({ title, entries }: { title: string; entries: readonly EvidenceEntry[] }) {
  return (
    <View style={styles.side}>
      <Words as="strong">{title}</Words>
      {entries.map((entry) => (
        <View
          key={`${entry.scorecardId} ${entry.questionId}`}
          {...tagged('LI')}
          style={styles.entry}
          wrap={false}
        >
          <Words as="small" {...tagged('Lbl')}>
            <Bold>{`${levelOf(entry)}  ${entry.interviewerName}, `}</Bold>
            {entry.questionTitle}
          </Words>
          <Words as="small" {...tagged('LBody')}>
            {entry.evidence || 'No evidence was written.'}
          </Words>
        </View>
      ))}
      {entries.length === 0 && <Words as="label">Nobody</Words>}
    </View>
  )
}

function levelOf(entry: EvidenceEntry): string {
  return entry.rating.state === 'rated' ? String(entry.rating.level) : '–'
}
