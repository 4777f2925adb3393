import { Document, StyleSheet, View } from '@react-pdf/renderer'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { Briefing } from './parts/briefing.tsx'
import { ClosingBlock } from './parts/closing-block.tsx'
import { FactsRow } from './parts/facts-row.tsx'
import { QuestionBlock } from './parts/question-block.tsx'
import { Sheet } from './parts/sheet.tsx'
import type { PaperName } from './parts/theme.ts'
import { Words } from './parts/words.tsx'

const styles = StyleSheet.create({
  title: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
})

export type KitPdfProps = { kits: readonly KitView[]; paper: PaperName; title: string; createdAt: Date }

/** Kits for the interviewers: one after the other, each with pages counted on their own. */
export function KitPdf({ kits, paper, title, createdAt }: KitPdfProps) {
  return (
    <Document title={title} creator="Panelist" producer="Panelist" creationDate={createdAt} language="en">
      {kits.map((kit) => (
        <KitSheet key={kit.shortId} kit={kit} paper={paper} />
      ))}
    </Document>
  )
}

/** The pages of one kit. */
export function KitSheet({ kit, paper }: { kit: KitView; paper: PaperName }) {
  return (
    <Sheet paper={paper} footer={kitFooter(kit)}>
      <KitHead kit={kit} title="Interview kit" />
      <Briefing kit={kit} />
      {kit.questions.map((question) => (
        <QuestionBlock key={question.questionId} question={question} />
      ))}
      <ClosingBlock />
    </Sheet>
  )
}

/** Title and facts, the same on kit and scorecard. */
export function KitHead({ kit, title }: { kit: KitView; title: string }) {
  return (
    <View>
      <View style={styles.title}>
        <Words as="title">{title}</Words>
        <Words as="label">{`${kit.panelName}, version ${kit.panelVersion}`}</Words>
      </View>
      <FactsRow
        facts={[
          { label: `Interview, ${kit.minutes} min`, value: `${kit.letter} ${kit.focus}` },
          { label: 'Candidate', value: kit.candidate },
          { label: 'Interviewer', value: kit.interviewer },
          { label: 'Date', value: kit.when },
        ]}
      />
    </View>
  )
}

/** What identifies a loose page. */
export function kitFooter(kit: KitView): string {
  const parts = [kit.roleName, `${kit.letter} ${kit.focus}`, kit.candidate, kit.interviewer, kit.shortId]
  return parts.filter((part) => part !== null).join(' · ')
}
