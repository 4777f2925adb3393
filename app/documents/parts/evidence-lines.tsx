import { StyleSheet, View } from '@react-pdf/renderer'
import { hairline } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  line: { height: 17, borderBottomWidth: 0.5, borderBottomColor: hairline },
})

/** Room to write, 17 points from rule to rule. */
export function EvidenceLines({ label, lines }: { label: string; lines: number }) {
  return (
    <View>
      <Words as="strong">{label}</Words>
      {Array.from({ length: lines }, (_, i) => (
        <View key={i} style={styles.line} />
      ))}
    </View>
  )
}
