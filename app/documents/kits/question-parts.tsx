import { StyleSheet, View } from '@react-pdf/renderer'
import { use, type ReactNode } from 'react'
import type { QuestionGuide } from '#app/domains/panels/kit-view.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import { AnchorRow, levelSpot } from '#app/documents/parts/anchor-row.tsx'
import { MarkCircle, TickBox } from '#app/documents/parts/boxes.tsx'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1, paddingTop: 4 },
  columns: { flexDirection: 'row', gap: 16 },
  number: { width: 20 },
  // 115 mm of text and no more, so that the eye finds the next line.
  main: { flexGrow: 1, flexShrink: 1, flexBasis: 0, maxWidth: 326 },
  side: { flexGrow: 0.76, flexShrink: 1, flexBasis: 0 },
  text: { marginTop: 2 },
  signals: { marginTop: 3 },
  label: { marginTop: 3 },
  evidence: { marginTop: 3, alignItems: 'center' },
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

function Ask({ question }: QuestionProps) {
  return (
    <>
      <View style={styles.columns}>
        <View style={[styles.columns, styles.main, { gap: 0 }]}>
          <QuestionNumber number={question.number} />
          <View style={{ flex: 1 }}>
            <Words as="head" {...tagged('H2', { goesOn: true })}>
              {question.prompt}
            </Words>
            <View style={styles.text}>
              <Words as="small">
                <Bold>What employers look for: </Bold>
                {question.intent}
              </Words>
            </View>
          </View>
        </View>
        <View style={styles.side}>
          <QuestionFacts question={question} />
          <View style={styles.text}>
            <Words as="small">
              <Bold>If they stop early: </Bold>
              {question.probes.join(' · ')}
            </Words>
          </View>
        </View>
      </View>
      <View style={[styles.columns, styles.signals]}>
        <Signals question={question} />
      </View>
    </>
  )
}

function Rate({ question }: QuestionProps) {
  return (
    <>
      <AnchorRow anchors={question.anchors} field={ratingOf(question)} />
      <View style={[styles.columns, styles.evidence]}>
        <View style={{ flexGrow: 1 }}>
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
        <Signals question={question} />
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
        <View style={[styles.columns, styles.main, { gap: 0 }]}>
          <QuestionNumber number={question.number} />
          <View style={{ flex: 1 }}>
            <Words as="head" {...tagged('H2', { goesOn: true })}>
              {question.prompt}
            </Words>
          </View>
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

function QuestionNumber({ number }: { number: number }) {
  const { accent } = use(LookContext)
  return (
    <View style={styles.number}>
      <Words as="head" color={accent} {...tagged('H2')}>{`${number}.`}</Words>
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

function Signals({ question }: QuestionProps) {
  return (
    <>
      <SignalList of={question} side="strong" signals={question.strongSignals} />
      <SignalList of={question} side="weak" signals={question.weakSignals} />
    </>
  )
}

type SignalListProps = { of: QuestionGuide; side: 'strong' | 'weak'; signals: readonly string[] }

function SignalList({ of, side, signals }: SignalListProps) {
  const title = side === 'strong' ? 'Strong signals' : 'Weak signals'
  return (
    <View style={{ flex: 1 }}>
      <Words as="strong">{title}</Words>
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
