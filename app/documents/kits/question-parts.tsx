import { StyleSheet, View } from '@react-pdf/renderer'
import { use, type ReactNode } from 'react'
import type { QuestionGuide } from '#app/domains/panels/kit-view.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import { AnchorRow, levelSpot } from '#app/documents/parts/anchor-row.tsx'
import { MarkCircle, TickBox } from '#app/documents/parts/boxes.tsx'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, longestLine } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1, paddingTop: 3 },
  columns: { flexDirection: 'row', gap: 12 },
  main: { flexGrow: 1, flexShrink: 1, flexBasis: 0, maxWidth: longestLine },
  listened: { flexGrow: 0.66, flexShrink: 1, flexBasis: 0 },
  side: { flexGrow: 0.76, flexShrink: 1, flexBasis: 0 },
  text: { marginTop: 2 },
  signals: { marginTop: 3 },
  beside: { flex: 1 },
  below: { marginTop: 3 },
  label: { marginTop: 3 },
  evidence: { marginTop: 2, alignItems: 'flex-end' },
  // The first line to write on begins after its label.
  firstLine: { flexGrow: 1, justifyContent: 'flex-end', borderBottomWidth: 0.5, borderBottomColor: hairline },
  marks: { flexDirection: 'row', flexWrap: 'wrap', columnGap: 10, rowGap: 3 },
  mark: { flexDirection: 'row', gap: 4, alignItems: 'center' },
})

export const evidenceLabel = 'Evidence: what was said or done'

type QuestionProps = { question: QuestionGuide }

/** A question with its whole rubric; lines to write on follow it. */
export function QuestionWhole({ question }: QuestionProps) {
  return (
    <Framed>
      <Ask question={question} />
      <Rate question={question} />
    </Framed>
  )
}

/** The first half of a question that is too long for a page. */
export function QuestionAsked({ question }: QuestionProps) {
  return (
    <Framed>
      <Ask question={question} />
      <View style={styles.text}>
        <Words as="label">Rubric and room to write on the next page</Words>
      </View>
    </Framed>
  )
}

/** The second half of a question that is too long for a page. */
export function QuestionRated({ question }: QuestionProps) {
  return (
    <Framed>
      <Words as="head" {...tagged('H2')}>{`${question.number}. ${question.title}, continued`}</Words>
      <Rate question={question} />
    </Framed>
  )
}

function Framed({ children }: { children: ReactNode }) {
  const { accent } = use(LookContext)
  return (
    <View {...tagged('Sect')} style={[styles.block, { borderTopColor: accent }]}>
      {children}
    </View>
  )
}

/** Left what is said, right what is listened for: each about as high as the other. */
function Ask({ question }: QuestionProps) {
  return (
    <View style={styles.columns}>
      <View style={styles.main}>
        <Prompt question={question} />
        <View style={styles.text}>
          <Words as="small">
            <Bold>What employers look for: </Bold>
            {question.intent}
          </Words>
        </View>
        <View style={styles.text}>
          <Words as="small">
            <Bold>If they stop early: </Bold>
            {question.probes.join('\u00a0· ')}
          </Words>
        </View>
      </View>
      <View style={styles.listened}>
        <QuestionFacts question={question} />
        <Signals question={question} />
      </View>
    </View>
  )
}

function Rate({ question }: QuestionProps) {
  const { pitch } = use(LookContext)
  return (
    <>
      <AnchorRow anchors={question.anchors} field={ratingOf(question)} />
      <View style={[styles.columns, styles.evidence, { height: pitch }]}>
        <View style={[styles.firstLine, { height: pitch }]}>
          <Words as="strong">{evidenceLabel}</Words>
        </View>
        <States question={question} />
      </View>
    </>
  )
}

const stateWords = [
  ['not-asked', 'Not asked'],
  ['no-evidence', 'No evidence'],
] as const

/** The two answers that are not a level. */
function States({ question }: QuestionProps) {
  const { words } = use(LookContext)
  return (
    <View {...tagged('L')} style={{ flexDirection: 'row' }}>
      {stateWords.map(([state, label]) => (
        <View key={state} style={{ width: words.small.fontSize * 9.5 }}>
          <TickBox spot={{ field: ratingOf(question), state, label }}>{label}</TickBox>
        </View>
      ))}
    </View>
  )
}

/** A question on a card to fill by hand: its words and its marks; the anchors are in the kit. */
export function QuestionBrief({ question }: QuestionProps) {
  return (
    <Framed>
      <Brief question={question} />
      <EvidenceLabel />
    </Framed>
  )
}

/** A question on a card to fill on screen: as on paper, with the signals to tick. */
export function QuestionOnScreen({ question }: QuestionProps) {
  return (
    <Framed>
      <Brief question={question} />
      <View style={[styles.columns, styles.signals]}>
        <Signals question={question} areBeside />
      </View>
      <EvidenceLabel />
    </Framed>
  )
}

function EvidenceLabel() {
  return (
    <View style={styles.label}>
      <Words as="strong">{evidenceLabel}</Words>
    </View>
  )
}

function Brief({ question }: QuestionProps) {
  return (
    <>
      <View style={styles.columns}>
        <View style={styles.main}>
          <Prompt question={question} />
        </View>
        <View style={styles.side}>
          <QuestionFacts question={question} />
          <View {...tagged('L')} style={[styles.marks, styles.signals]}>
            {question.anchors.map((anchor) => (
              <View key={anchor.level} {...tagged('LI')} style={styles.mark}>
                <MarkCircle spot={levelSpot(ratingOf(question), anchor)} />
                <Words as="strong" {...tagged('LBody')}>{`${anchor.level} ${anchor.label}`}</Words>
              </View>
            ))}
          </View>
          <States question={question} />
        </View>
      </View>
    </>
  )
}

function Prompt({ question: { number, prompt } }: QuestionProps) {
  const { accent, scale } = use(LookContext)
  return (
    <View style={{ flexDirection: 'row' }}>
      <View style={{ width: 17 * scale }}>
        <Words as="head" color={accent} {...tagged('H2')}>{`${number}.`}</Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words as="head" {...tagged('H2', { goesOn: true })}>
          {prompt}
        </Words>
      </View>
    </View>
  )
}

function QuestionFacts({ question }: QuestionProps) {
  const { competencyName, difficulty, isGate, minutes } = question
  return (
    <Words as="label">
      {`${competencyName}${isGate ? ', must-have' : ''} · ${difficulty} · ${minutes} min`}
    </Words>
  )
}

function ratingOf({ questionId }: QuestionGuide): string {
  return fieldName('rating', questionId)
}

/** What to listen for; one list below the other, or beside it. */
export function Signals({ question, areBeside = false }: QuestionProps & { areBeside?: boolean }) {
  const style = areBeside ? styles.beside : styles.below
  return (
    <>
      <SignalList of={question} side="strong" signals={question.strongSignals} style={style} />
      <SignalList of={question} side="weak" signals={question.weakSignals} style={style} />
    </>
  )
}

type SignalListProps = {
  of: QuestionGuide
  side: 'strong' | 'weak'
  signals: readonly string[]
  style: (typeof styles)['beside' | 'below']
}

function SignalList({ of, side, signals, style }: SignalListProps) {
  const title = side === 'strong' ? 'Strong signals' : 'Weak signals'
  return (
    <View style={style}>
      <Words as="small">
        <Bold>{title}</Bold>
      </Words>
      {signals.map((signal, i) => (
        <TickBox
          key={signal}
          spot={{
            field: fieldName('signals', of.questionId),
            state: `${side}-${i + 1}`,
            label: `${title}: ${signal}`,
          }}
        >
          {signal}
        </TickBox>
      ))}
    </View>
  )
}
