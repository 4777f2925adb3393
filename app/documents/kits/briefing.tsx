import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { LookContext } from '#app/documents/parts/look.ts'
import { hairline, shade } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  box: { backgroundColor: shade, paddingVertical: 5, paddingHorizontal: 8 },
  columns: { flexDirection: 'row', gap: 14 },
  gap: { marginTop: 2 },
  levels: { borderTopWidth: 0.5, borderTopColor: hairline, marginTop: 5, paddingTop: 4 },
})

const rules = [
  {
    lead: 'Do: ',
    text: 'ask every question, in this order, in these words; write what you hear; rate each answer before the next one; leave the candidate five minutes for questions.',
  },
  {
    lead: 'Don’t: ',
    text: 'ask about family, health, age, origin, belief or plans for children; talk about this candidate with anybody until you have handed in your scorecard.',
  },
]

type Entry = { lead: string; text: string }

/** What to know before going in: what this interview covers, what the others do, how to ask and rate. */
export function Briefing({ kit, hasLevels = true }: { kit: KitView; hasLevels?: boolean }) {
  const { scale } = use(LookContext)
  const coverage = [
    { lead: `${kit.place}. You cover: `, text: `${kit.competencyNames.join(', ')}.` },
    ...kit.others.map(({ letter, focus, minutes, competencyNames }) => ({
      lead: `${letter} ${focus}, ${minutes} min: `,
      text: competencyNames.join(', '),
    })),
  ]
  const levels = kit.levels.map(({ value, label, meaning }) => ({
    lead: `${value} ${label}: `,
    text: meaning,
  }))
  // In large print a third column would hold four words a line.
  const isThird = hasLevels && scale === 1
  const columns = [coverage, rules, ...(isThird ? [levels] : [])]
  return (
    <View style={styles.box}>
      <View style={styles.columns}>
        {columns.map((entries, i) => (
          <View key={i} style={{ flexBasis: 0, flexGrow: shareOf(entries, columns) }}>
            {entries.map(({ lead, text }, j) => (
              <View key={lead} style={j > 0 ? styles.gap : {}}>
                <Words as="small">
                  <Bold>{lead}</Bold>
                  {text}
                </Words>
              </View>
            ))}
          </View>
        ))}
      </View>
      {hasLevels && !isThird && (
        <View style={styles.levels}>
          <LevelWords levels={kit.levels} />
        </View>
      )}
    </View>
  )
}

/** A column of more text is wider, so that all end at about the same height. */
function shareOf(entries: readonly Entry[], columns: readonly (readonly Entry[])[]): number {
  const mean = columns.reduce((sum, each) => sum + lengthOf(each), 0) / columns.length
  return Math.min(1.5, Math.max(0.7, lengthOf(entries) / mean))
}

/** In letters; the last line of each entry is half empty. */
function lengthOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { lead, text }) => sum + lead.length + text.length + 20, 0)
}

/** What each level of the scale means, on one line as far as it goes. */
export function LevelWords({ levels }: { levels: KitView['levels'] }) {
  return (
    <Words as="small">
      {levels.map((level, i) => [
        <Bold key={level.value}>{`${i > 0 ? '    ' : ''}${level.value} ${level.label}: `}</Bold>,
        level.meaning,
      ])}
    </Words>
  )
}
