import { StyleSheet, View } from '@react-pdf/renderer'
import { tagged } from './tags.ts'
import { apart, ink } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  row: { flexDirection: 'row', gap: 10, marginTop: apart },
  fact: { flexGrow: 1, flexBasis: 0, borderBottomWidth: 0.5, borderBottomColor: ink, minHeight: 27 },
})

/** Facts over a rule; an unknown one leaves the rule to write on. */
export function FactsRow({
  facts,
  after = 10,
}: {
  facts: readonly { label: string; value: string | null }[]
  /** Points kept free below. */
  after?: number
}) {
  return (
    <View {...tagged('L')} style={[styles.row, { marginBottom: after }]}>
      {facts.map((fact) => (
        <View key={fact.label} {...tagged('LI')} style={styles.fact}>
          <Words as="label" {...tagged('Lbl')}>
            {fact.label}
          </Words>
          <Words as="strong" {...tagged('LBody')}>
            {fact.value ?? ' '}
          </Words>
        </View>
      ))}
    </View>
  )
}
