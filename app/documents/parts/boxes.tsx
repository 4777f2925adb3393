import { StyleSheet, Svg, Circle, Rect, View } from '@react-pdf/renderer'
import { ink } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  line: { flexDirection: 'row', gap: 4, marginTop: 2 },
  text: { flex: 1 },
  mark: { marginTop: 1 },
  states: { flexDirection: 'row', gap: 10, marginTop: 3 },
  state: { width: 62 },
})

/** A box to tick, or one that was ticked. */
export function TickBox({ children, isTicked = false }: { children: string; isTicked?: boolean }) {
  return (
    <View style={styles.line}>
      <Svg width={8} height={8} style={styles.mark}>
        <Rect
          x={0.5}
          y={0.5}
          width={7}
          height={7}
          strokeWidth={0.7}
          stroke={ink}
          fill={isTicked ? ink : '#ffffff'}
        />
      </Svg>
      <View style={styles.text}>
        <Words as="small">{children}</Words>
      </View>
    </View>
  )
}

/** The two answers that are not a level. */
export function StateBoxes() {
  return (
    <View style={styles.states}>
      <View style={styles.state}>
        <TickBox>Not asked</TickBox>
      </View>
      <View style={styles.state}>
        <TickBox>No evidence</TickBox>
      </View>
    </View>
  )
}

/** A circle to mark, or one that was marked. */
export function MarkCircle({ isMarked = false }: { isMarked?: boolean }) {
  return (
    <Svg width={9} height={9}>
      <Circle cx={4.5} cy={4.5} r={4} strokeWidth={0.8} stroke={ink} fill="#ffffff" />
      {isMarked && <Circle cx={4.5} cy={4.5} r={2.4} fill={ink} />}
    </Svg>
  )
}
