import { Document, StyleSheet, View } from '@react-pdf/renderer'
import type { QuestionGuide } from '#app/domains/panels/kit-view.ts'
import { KitHead, kitFooter, type KitPdfProps } from './kit-pdf.tsx'
import { AnchorRow } from './parts/anchor-row.tsx'
import { StateBoxes } from './parts/boxes.tsx'
import { ClosingBlock } from './parts/closing-block.tsx'
import { EvidenceLines } from './parts/evidence-lines.tsx'
import { QuestionHead } from './parts/question-block.tsx'
import { Sheet } from './parts/sheet.tsx'
import { ink } from './parts/theme.ts'
import { Words } from './parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginBottom: 8 },
  levels: { marginBottom: 8 },
})

/** Cards to fill by hand: prompt, levels, room to write; the anchors are in the kit. */
export function BlankScorecardPdf({ kits, paper, title, createdAt }: KitPdfProps) {
  return (
    <Document title={title} creator="Panelist" producer="Panelist" creationDate={createdAt} language="en">
      {kits.map((kit) => (
        <Sheet key={kit.shortId} paper={paper} footer={kitFooter(kit)}>
          <KitHead kit={kit} title="Interview scorecard" />
          <View style={styles.levels}>
            <Words as="small">
              {kit.levels.map((level) => `${level.value} ${level.label}: ${level.meaning}`).join('  ')}
            </Words>
          </View>
          {kit.questions.map((question) => (
            <BlankQuestion key={question.questionId} question={question} />
          ))}
          <ClosingBlock />
        </Sheet>
      ))}
    </Document>
  )
}

function BlankQuestion({ question }: { question: QuestionGuide }) {
  return (
    <View wrap={false} style={styles.block}>
      <QuestionHead question={question} />
      <AnchorRow anchors={question.anchors} isBrief />
      <View style={{ marginTop: 4 }}>
        <EvidenceLines label="Evidence: what was said or done" lines={4} />
      </View>
      <StateBoxes />
    </View>
  )
}
