import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import { LookContext } from './look.ts'
import { hairline } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  line: { borderBottomWidth: 0.5, borderBottomColor: hairline },
})

/** Room to write, with a rule for each line. */
export function EvidenceLines({ label, lines }: { label: string; lines: number }) {
  const { pitch } = use(LookContext)
  return (
    <View>
      <Words as="strong">{label}</Words>
      {Array.from({ length: lines }, (_, i) => (
        <View key={i} style={[styles.line, { height: pitch + 1 }]} />
      ))}
    </View>
  )
}
