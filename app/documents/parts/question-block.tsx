import { StyleSheet, View } from '@react-pdf/renderer'
import type { QuestionGuide } from '#app/domains/panels/kit-view.ts'
import { AnchorRow } from './anchor-row.tsx'
import { StateBoxes, TickBox } from './boxes.tsx'
import { EvidenceLines } from './evidence-lines.tsx'
import { ink } from './theme.ts'
import { Bold, Words } from './words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginBottom: 9 },
  head: { flexDirection: 'row' },
  number: { width: 20 },
  prompt: { flex: 1 },
  text: { marginTop: 3 },
  lower: { flexDirection: 'row', gap: 12, marginTop: 5 },
  signals: { width: 138 },
  evidence: { flex: 1 },
})

/** The head of a question: number, prompt, competency, difficulty, minutes. */
export function QuestionHead({ question }: { question: QuestionGuide }) {
  const { competencyName, difficulty, isGate, minutes } = question
  return (
    <View style={styles.head}>
      <View style={styles.number}>
        <Words as="head">{`${question.number}.`}</Words>
      </View>
      <View style={styles.prompt}>
        <Words as="head">{question.prompt}</Words>
        <Words as="label">
          {`${competencyName}${isGate ? ', must-have' : ''} · ${difficulty} · ${minutes} min`}
        </Words>
      </View>
    </View>
  )
}

/** A question with its whole rubric and room for evidence; it never breaks over two pages. */
export function QuestionBlock({ question }: { question: QuestionGuide }) {
  return (
    <View wrap={false} style={styles.block}>
      <QuestionHead question={question} />
      <View style={styles.text}>
        <Words as="small">
          <Bold>What employers look for: </Bold>
          {question.intent}
        </Words>
      </View>
      <View style={styles.text}>
        <Words as="small">
          <Bold>If they stop early: </Bold>
          {question.probes.join('  ·  ')}
        </Words>
      </View>
      <AnchorRow anchors={question.anchors} />
      <View style={styles.lower}>
        <SignalList title="Strong signals" signals={question.strongSignals} />
        <SignalList title="Weak signals" signals={question.weakSignals} />
        <View style={styles.evidence}>
          <EvidenceLines label="Evidence: what was said or done" lines={4} />
          <StateBoxes />
        </View>
      </View>
    </View>
  )
}

function SignalList({ title, signals }: { title: string; signals: readonly string[] }) {
  return (
    <View style={styles.signals}>
      <Words as="strong">{title}</Words>
      {signals.map((signal) => (
        <TickBox key={signal}>{signal}</TickBox>
      ))}
    </View>
  )
}
