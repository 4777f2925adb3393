import { Canvas, StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import { LookContext } from './look.ts'
import type { SpotName } from '#app/documents/press/spots.ts'
import { Spot } from './spot.tsx'
import { tagged } from './tags.ts'
import { ink } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  line: { flexDirection: 'row', gap: 4, marginTop: 1 },
  box: { marginTop: 1 },
  text: { flex: 1 },
})

type TickBoxProps = { children: string; isTicked?: boolean; spot?: SpotName | undefined }

/** A box to tick, or one that was ticked; an item of a list, which stands around it. */
export function TickBox({ children, isTicked = false, spot }: TickBoxProps) {
  return (
    <View {...tagged('LI')} style={styles.line}>
      <View {...tagged('Lbl')}>
        <Spot spot={spot} style={styles.box}>
          <Box isTicked={isTicked} />
        </Spot>
      </View>
      <View {...tagged('LBody')} style={styles.text}>
        <Words as="small">{children}</Words>
      </View>
    </View>
  )
}

function Box({ isTicked }: { isTicked: boolean }) {
  const { mark } = use(LookContext)
  return (
    <Canvas
      {...(isTicked ? tagged('Figure', { alt: 'Ticked:' }) : {})}
      style={{ width: mark, height: mark }}
      paint={(painter) => {
        painter.lineWidth(0.7).strokeColor(ink).fillColor(ink)
        const box = painter.rect(0.5, 0.5, mark - 1, mark - 1)
        if (isTicked) box.fillAndStroke()
        else box.stroke()
        return null
      }}
    />
  )
}

/** A circle to mark, or one that was marked. */
export function MarkCircle({ isMarked = false, spot }: { isMarked?: boolean; spot?: SpotName | undefined }) {
  const { mark } = use(LookContext)
  const half = (mark + 1) / 2
  return (
    <Spot spot={spot}>
      <Canvas
        {...(isMarked ? tagged('Figure', { alt: 'Marked:' }) : {})}
        style={{ width: mark + 1, height: mark + 1 }}
        paint={(painter) => {
          painter
            .lineWidth(0.8)
            .strokeColor(ink)
            .fillColor(ink)
            .circle(half, half, half - 0.5)
            .stroke()
          if (isMarked) painter.circle(half, half, half * 0.55).fill()
          return null
        }}
      />
    </Spot>
  )
}
