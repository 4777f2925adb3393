import { StyleSheet, View } from '@react-pdf/renderer'
import type { DebriefRecord, PrintedDecision } from '#app/domains/debrief/meeting/record-view.ts'
import { FactsRow } from '#app/documents/parts/facts-row.tsx'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'
import { ChangedRatings } from './changed-ratings.tsx'
import { Decided, Signatures } from './decided.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginTop: 10 },
  note: { borderBottomWidth: 0.5, borderBottomColor: hairline, paddingVertical: 3 },
  gap: { marginTop: 4 },
})

/** What one debrief leaves behind: changed ratings, notes, the decision and the names under it. */
export function RecordPage({ record }: { record: DebriefRecord }) {
  const { decision } = record
  return (
    <View>
      <Words as="title" {...tagged('H2')}>{`Decision on ${record.candidateName}`}</Words>
      <FactsRow
        facts={[
          { label: 'Debrief led by', value: record.leadName },
          { label: 'Started', value: record.startedAt },
          { label: 'State', value: stateOf(record) },
        ]}
      />
      <ChangedRatings ratings={record.ratings} />
      {record.notes.length > 0 && (
        <View {...tagged('Sect')} style={styles.block}>
          <View minPresenceAhead={40}>
            <Words as="head" {...tagged('H3')}>
              Notes of the agenda
            </Words>
          </View>
          {record.notes.map((note) => (
            <View key={note.title} {...tagged('LI')} style={styles.note}>
              <Words
                as="strong"
                {...tagged('Lbl')}
              >{`${note.title}${note.isDone ? '' : ' (still open)'}`}</Words>
              <Words {...tagged('LBody')}>{note.note || 'Talked about, nothing noted.'}</Words>
            </View>
          ))}
        </View>
      )}
      <View {...tagged('Sect')} style={styles.block}>
        <View minPresenceAhead={90}>
          <Words as="head" {...tagged('H3')}>
            {decision.number === 1 ? 'Decision' : `Decision ${decision.number}, after reopening`}
          </Words>
          <Words as="label">{`Recommendations: ${record.recommendations}; counted, never averaged.`}</Words>
        </View>
        <Decided decision={decision} />
        {decision.outcome === 'hire' && record.missedBars.length > 0 && (
          <Words>
            <Bold>Under the bar: </Bold>
            {`${record.missedBars.join(', ')}. A bar rejects nobody by itself; the reason speaks of it.`}
          </Words>
        )}
        <View style={styles.gap}>
          <Signatures signers={decision.signers} />
        </View>
        <Closing decision={decision} />
      </View>
      {record.changedAfter.length > 0 && (
        <View {...tagged('Sect')} style={styles.block} wrap={false}>
          <Words as="head" {...tagged('H3')}>
            Changed after the decision
          </Words>
          {record.changedAfter.map((words) => (
            <Words key={words}>{words}</Words>
          ))}
        </View>
      )}
      {record.earlier.map((earlier) => (
        <View key={earlier.number} {...tagged('Sect')} style={styles.block}>
          <View minPresenceAhead={90}>
            <Words as="head" {...tagged('H3')}>{`Decision ${earlier.number}, reopened since`}</Words>
          </View>
          <Decided decision={earlier} />
          <Signatures signers={earlier.signers.map((signer) => ({ ...signer, isMissing: false }))} />
          <Closing decision={earlier} />
        </View>
      ))}
    </View>
  )
}

function stateOf({ decision, earlier }: DebriefRecord): string {
  if (decision.locked !== null) return decision.locked
  return earlier.length > 0 ? 'Reopened, not locked' : 'Not locked'
}

function Closing({ decision }: { decision: PrintedDecision }) {
  const { locked, lockedWithout, reopened } = decision
  return (
    <View style={styles.gap}>
      {locked !== null && <Words as="strong">{`${locked}.`}</Words>}
      {lockedWithout !== null && <Words>{lockedWithout}</Words>}
      {reopened !== null && (
        <Words>
          <Bold>{`${reopened.words}: `}</Bold>
          {reopened.reason || 'no reason is kept'}
        </Words>
      )}
    </View>
  )
}
