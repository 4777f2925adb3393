import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import { LookContext } from '#app/documents/parts/look.ts'
import { ink, longestLine } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  box: { borderWidth: 1, borderColor: ink, paddingVertical: 5, paddingHorizontal: 8 },
  ruled: { borderTopWidth: 1.2, paddingTop: 4 },
  row: { flexDirection: 'row', gap: 12 },
  asked: { borderTopWidth: 0.5, borderTopColor: ink, paddingTop: 3 },
  name: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  text: { width: longestLine },
})

/** What whoever makes the copy has to do first. */
export function BeforeHandingOut() {
  return (
    <View style={[styles.box, styles.row]}>
      <View style={styles.name}>
        <Words as="strong">Before this is handed out: read all of it.</Words>
      </View>
      <View style={styles.text}>
        <Words as="small">
          Names of other people were replaced by a list of the names that Panelist knows: accounts, guests,
          candidates and people of past rounds. A nickname, a misspelt name, somebody from outside, or a
          sentence that tells who it is without a name is not found that way. Black out by hand what is left
          of others.
        </Words>
      </View>
    </View>
  )
}

/** The head of a part of the copy. */
export function Ruled({ title, detail }: { title: string; detail: string }) {
  const { accent } = use(LookContext)
  return (
    <View style={[styles.ruled, { borderTopColor: accent }]}>
      <Words as="head" tagged={{ tag: 'H2' }}>
        {title}
      </Words>
      <View style={{ maxWidth: longestLine }}>
        <Words as="label">{detail}</Words>
      </View>
    </View>
  )
}

/** A text beside its name; without one it goes on from the page before. */
export function Labelled({ label, text }: { label: string; text: string }) {
  return (
    <View style={styles.row}>
      <View style={styles.name}>{label === '' ? null : <Words as="strong">{label}</Words>}</View>
      <View style={styles.text}>
        <Words>{text}</Words>
      </View>
    </View>
  )
}

/** A question beside the rating that it got. */
export function Asked(props: { prompt: string; competencyName: string; ratingWords: string }) {
  return (
    <View style={[styles.row, styles.asked]}>
      <View style={styles.name}>
        <Words as="strong">{props.ratingWords}</Words>
        <Words as="label">{props.competencyName}</Words>
      </View>
      <View style={styles.text}>
        <Words as="strong">{props.prompt}</Words>
      </View>
    </View>
  )
}
