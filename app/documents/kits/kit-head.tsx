import { Canvas, StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import { versionWords } from '#app/domains/panels/forms/panel-form.ts'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { FactsRow } from '#app/documents/parts/facts-row.tsx'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { ink } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'
import { codeOf } from './qr-code.ts'

const styles = StyleSheet.create({
  row: { flexDirection: 'row', gap: 12 },
  facts: { flex: 1 },
  title: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end', gap: 12 },
  panel: { flexShrink: 1 },
})

type KitHeadProps = {
  kit: Pick<
    KitView,
    | 'panelName'
    | 'panelVersion'
    | 'panelForm'
    | 'minutes'
    | 'letter'
    | 'focus'
    | 'candidate'
    | 'interviewer'
    | 'when'
  >
  title: string
  /** The address of the live scorecard, drawn as a code; null when there is none. */
  link: string | null
}

/** Title and facts, the same on kit and scorecard, with the way to the live scorecard. */
export function KitHead({ kit, title, link }: KitHeadProps) {
  const { accent } = use(LookContext)
  const code = link === null ? null : codeOf(link)
  return (
    <View style={styles.row}>
      <View style={styles.facts}>
        <View style={styles.title}>
          <Words as="title" color={accent} {...tagged('H1')}>
            {title}
          </Words>
          <View style={styles.panel}>
            <Words as="label">{`${kit.panelName}, ${versionWords({ number: kit.panelVersion, form: kit.panelForm })}`}</Words>
          </View>
        </View>
        <FactsRow
          after={0}
          facts={[
            { label: 'Candidate', value: kit.candidate },
            { label: 'Interviewer', value: kit.interviewer },
            { label: `Interview, ${kit.minutes} min`, value: `${kit.letter} ${kit.focus}` },
            { label: 'Date', value: kit.when },
          ]}
        />
      </View>
      {code && <Code modules={code} link={link} />}
    </View>
  )
}

/** 0.42 mm, in points. */
const moduleSize = 1.2
const quietModules = 4

function Code({ modules, link }: { modules: readonly (readonly boolean[])[]; link: string | null }) {
  const side = (modules.length + 2 * quietModules) * moduleSize
  return (
    <Canvas
      {...tagged('Figure', { alt: `QR code of the live scorecard: ${link ?? ''}` })}
      style={{ width: side, height: side }}
      paint={(painter) => {
        painter.fillColor(ink)
        for (const [y, row] of modules.entries())
          for (const [x, isDark] of row.entries())
            if (isDark)
              painter.rect(
                (x + quietModules) * moduleSize,
                (y + quietModules) * moduleSize,
                moduleSize,
                moduleSize,
              )
        painter.fill()
        return null
      }}
    />
  )
}
