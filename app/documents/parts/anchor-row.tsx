import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { SpotName } from '#app/documents/press/spots.ts'
import { MarkCircle } from './boxes.tsx'
import { LookContext } from './look.ts'
import { tagged } from './tags.ts'
import { apart, hairline, ink } from './theme.ts'
import { Bold, Words } from './words.tsx'

const padding = 4

const styles = StyleSheet.create({
  table: { borderWidth: 0.5, borderColor: ink, marginTop: apart },
  row: { flexDirection: 'row' },
  below: { borderTopWidth: 0.5, borderTopColor: hairline },
  cell: { flexBasis: 0, paddingVertical: 2.5, paddingHorizontal: padding },
  divided: { borderLeftWidth: 0.5, borderLeftColor: hairline },
  chosen: { borderBottomWidth: 2.5, borderBottomColor: ink },
  circle: { position: 'absolute', left: padding, top: 2.5 },
})

type Anchor = { level: number; label: string; text: string }

type AnchorRowProps = {
  anchors: readonly Anchor[]
  chosen?: number | null
  /** The field that the circles belong to, where the card is filled on screen. */
  field?: string | undefined
  /** Levels that stand side by side; more of them go into further rows. */
  perRow?: number
}

/** The levels side by side, each with its anchor and a circle; none is marked unless `chosen` says so. */
export function AnchorRow({ anchors, chosen = null, field, perRow = 5 }: AnchorRowProps) {
  const { mark } = use(LookContext)
  const rows = Math.ceil(anchors.length / perRow)
  const inRow = Math.ceil(anchors.length / Math.max(rows, 1))
  return (
    <View {...tagged('L')} style={styles.table}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} style={[styles.row, row > 0 ? styles.below : {}]}>
          {anchors.slice(row * inRow, (row + 1) * inRow).map((anchor, i) => (
            <View
              key={anchor.level}
              {...tagged('LI')}
              style={[
                styles.cell,
                { flexGrow: shareOf(anchor, anchors) },
                i > 0 ? styles.divided : {},
                chosen === anchor.level ? styles.chosen : {},
              ]}
            >
              <View {...tagged('Lbl')} style={styles.circle}>
                <MarkCircle isMarked={chosen === anchor.level} spot={levelSpot(field, anchor)} />
              </View>
              <Words as="small" {...tagged('LBody')}>
                <Bold indent={mark + 4.5}>{`${anchor.level} ${anchor.label}: `}</Bold>
                {anchor.text}
              </Words>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

/** What a circle stands for; its words are read out where it is filled on screen. */
export function levelSpot(field: string | undefined, { level, label, text }: Anchor): SpotName | undefined {
  return field === undefined
    ? undefined
    : { field, state: String(level), label: `${level} ${label}: ${text}` }
}

/** Longer anchors get wider columns, within limits that keep the marks of all questions about in line. */
function shareOf(anchor: Anchor, anchors: readonly Anchor[]): number {
  const mean = anchors.reduce((sum, each) => sum + lengthOf(each), 0) / anchors.length
  return Math.min(1.5, Math.max(0.7, lengthOf(anchor) / Math.max(mean, 1)))
}

/** The mark takes the room of about four letters. */
function lengthOf({ label, text }: Anchor): number {
  return 4 + label.length + text.length
}
