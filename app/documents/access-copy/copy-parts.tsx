import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import { LookContext } from '#app/documents/parts/look.ts'
import { ink } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  box: { borderWidth: 1, borderColor: ink, paddingVertical: 5, paddingHorizontal: 8 },
  ruled: { borderTopWidth: 1.2, paddingTop: 4 },
  row: { flexDirection: 'row', gap: 12, borderTopWidth: 0.5, borderTopColor: ink, paddingTop: 3 },
  prompt: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
})

/** What whoever makes the copy has to do first. */
export function BeforeHandingOut() {
  return (
    <View style={styles.box}>
      <Words as="small">
        <Bold>Before this is handed out: read all of it. </Bold>
        Names of other people were replaced by a list of the names that Panelist knows: accounts, guests,
        candidates and people of past rounds. A nickname, a misspelt name, somebody from outside, or a
        sentence that tells who it is without a name is not found that way. Black out by hand what is left of
        others.
      </Words>
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
      <Words as="label">{detail}</Words>
    </View>
  )
}

/** A text after its name; without one it goes on from the page before. */
export function Labelled({ label, text }: { label: string; text: string }) {
  return (
    <Words>
      {label === '' ? null : <Bold>{`${label}: `}</Bold>}
      {text}
    </Words>
  )
}

/** A question and the rating that it got. */
export function Asked(props: { prompt: string; competencyName: string; ratingWords: string }) {
  const { scale } = use(LookContext)
  return (
    <View style={styles.row}>
      <View style={styles.prompt}>
        <Words as="strong">{props.prompt}</Words>
        <Words as="label">{props.competencyName}</Words>
      </View>
      <View style={{ width: 90 * scale }}>
        <Words as="strong">{props.ratingWords}</Words>
      </View>
    </View>
  )
}
