import { Canvas, StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { PlannedContent } from '#app/domains/panels/panel.ts'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  head: { borderTopWidth: 1.2, paddingTop: 4, flexDirection: 'row', gap: 12 },
  what: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  row: {
    flexDirection: 'row',
    gap: 6,
    borderBottomWidth: 0.5,
    borderBottomColor: hairline,
    paddingVertical: 2,
  },
  under: { borderBottomColor: ink },
  title: { flexGrow: 1.5, flexShrink: 1, flexBasis: 0 },
  competency: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
})

/** Widths in compact print. */
const widths = { number: 18, kind: 62, difficulty: 46, minutes: 34, starts: 40, curve: 132 } as const

type Curve = readonly Pick<PlannedContent, 'difficulty' | 'minutes'>[]

type InterviewHeadProps = {
  letter: string
  focus: string
  place: string
  minutes: number
  usedMinutes: number
  people: readonly string[]
  competencyNames: readonly string[]
  curve: Curve
}

/** An interview of the loop: its slot, who holds it, what it covers, and how hard it gets. */
export function InterviewHead(props: InterviewHeadProps) {
  const { accent, scale } = use(LookContext)
  const free = props.minutes - props.usedMinutes
  const rest = free >= 0 ? `${free} min free` : `${-free} min too many`
  return (
    <View style={[styles.head, { borderTopColor: accent }]}>
      <View style={styles.what}>
        <Words as="head" tagged={{ tag: 'H2' }}>{`${props.letter}  ${props.focus}`}</Words>
        <Words as="label">
          {`${props.place} · ${props.minutes} min, ${props.usedMinutes} min of questions, ${rest}`}
        </Words>
        <Words as="small">{props.people.join(', ') || 'No interviewer named yet'}</Words>
        {props.competencyNames.length > 0 && (
          <Words as="small">{`Covers ${props.competencyNames.join(', ')}`}</Words>
        )}
      </View>
      {props.curve.length > 0 && (
        <View style={{ width: widths.curve * scale }}>
          <DifficultyCurve curve={props.curve} slot={Math.max(props.minutes, props.usedMinutes)} />
          <Words as="label">Difficulty over the interview: low easy, high hard</Words>
        </View>
      )}
    </View>
  )
}

const heights = { easy: 1, medium: 2, hard: 3 } as const satisfies Record<
  PlannedContent['difficulty'],
  number
>

/** Each question as a block: as wide as its minutes, as high as it is hard. */
function DifficultyCurve({ curve, slot }: { curve: Curve; slot: number }) {
  const { scale } = use(LookContext)
  const [width, height] = [widths.curve * scale, 24 * scale]
  return (
    <Canvas
      {...tagged('Figure', {
        alt: curve.map(({ difficulty, minutes }) => `${difficulty}, ${minutes} min`).join('; '),
      })}
      style={{ width, height }}
      paint={(painter) => {
        painter.lineWidth(0.5).strokeColor(hairline).moveTo(0, height).lineTo(width, height).stroke()
        let x = 0
        painter.strokeColor(ink).fillColor('#d6d6d6')
        for (const { difficulty, minutes } of curve) {
          const wide = (minutes / slot) * width
          const high = (heights[difficulty] / 3) * (height - 2)
          painter.rect(x + 0.5, height - high, Math.max(1, wide - 1), high).fillAndStroke()
          x += wide
        }
        return null
      }}
    />
  )
}

/** The names of the columns of an interview's questions. */
export function QuestionHead() {
  return (
    <Columns isHead cells={['', 'Question', 'Competency', 'Kind', 'Difficulty', 'Minutes', 'Starts at']} />
  )
}

export type QuestionRowProps = {
  number: number
  title: string
  competencyName: string
  kind: string
  difficulty: string
  minutes: number
  /** Minutes into the interview. */
  startsAt: number
}

export function QuestionRow(row: QuestionRowProps) {
  const { number, title, competencyName, kind, difficulty, minutes, startsAt } = row
  return (
    <Columns
      cells={[`${number}.`, title, competencyName, kind, difficulty, String(minutes), `min ${startsAt}`]}
    />
  )
}

function Columns({ cells, isHead = false }: { cells: readonly string[]; isHead?: boolean }) {
  const { scale } = use(LookContext)
  const places = [
    { width: widths.number * scale },
    styles.title,
    styles.competency,
    { width: widths.kind * scale },
    { width: widths.difficulty * scale },
    { width: widths.minutes * scale },
    { width: widths.starts * scale },
  ]
  return (
    <View {...tagged('TR')} style={[styles.row, isHead ? styles.under : {}]}>
      {places.map((place, i) => (
        <View
          key={i}
          {...(isHead || i === 1 ? tagged('TH', { scope: isHead ? 'Column' : 'Row' }) : tagged('TD'))}
          style={place}
        >
          <Words as={isHead ? 'label' : i === 1 ? 'strong' : 'small'} isInCell>
            {cells[i] ?? ''}
          </Words>
        </View>
      ))}
    </View>
  )
}
