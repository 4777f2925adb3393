import { Circle, Line, Rect, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import {
  textUnits,
  type Plot,
  type PlotShape,
  type PlotTone,
  type TextTone,
} from '#app/domains/measurement/plots/plot.ts'
import { use } from 'react'
import { LookContext, type Look as PrintLook } from './look.ts'
import { tagged } from './tags.ts'
import { hairline, ink, inkSoft } from './theme.ts'

/** Points for one unit of a plot: its text comes out as large as a label. */
function pointsPerUnit({ words }: PrintLook): number {
  return words.label.fontSize / textUnits
}

const lightInk = '#ffffff'

type Look = { fill?: string; stroke?: string; strokeWidth?: number; strokeDasharray?: string }

/** Greys that a photocopy keeps apart. */
const looks: Record<PlotTone, Look> = {
  rule: { stroke: ink, strokeWidth: 0.8 },
  grid: { stroke: '#dadada', strokeWidth: 0.6 },
  interval: { fill: '#b6b6b6' },
  point: { fill: ink },
  raw: { stroke: ink, strokeWidth: 0.9 },
  tick: { fill: ink },
  gate: { stroke: ink, strokeWidth: 0.9, strokeDasharray: '2.5 2' },
  zero: { stroke: ink, strokeWidth: 0.9 },
  met: { fill: ink },
  missing: { stroke: hairline, strokeWidth: 0.5, strokeDasharray: '1 2' },
  flag: { fill: ink, stroke: lightInk, strokeWidth: 0.5 },
  'bar-missed': { stroke: ink, strokeWidth: 1.5 },
  'bar-unclear': { stroke: ink, strokeWidth: 1.5, strokeDasharray: '2.5 2' },
  'heat-1': { fill: '#f2f2f2' },
  'heat-2': { fill: '#dedede' },
  'heat-3': { fill: '#c6c6c6' },
  'heat-4': { fill: '#a3a3a3' },
  'heat-5': { fill: '#6b6b6b' },
  'heat-6': { fill: '#3d3d3d' },
}

const inks: Record<TextTone, { color: string; fontWeight?: number }> = {
  label: { color: ink },
  strong: { color: ink, fontWeight: 700 },
  soft: { color: inkSoft },
  'heat-1': { color: ink, fontWeight: 600 },
  'heat-2': { color: ink, fontWeight: 600 },
  'heat-3': { color: ink, fontWeight: 600 },
  'heat-4': { color: ink, fontWeight: 600 },
  'heat-5': { color: lightInk, fontWeight: 600 },
  'heat-6': { color: lightInk, fontWeight: 600 },
}

const styles = StyleSheet.create({
  place: { position: 'relative' },
  text: { position: 'absolute' },
})

/** The width in the units of a plot that this many points hold. */
export function unitsOf(points: number, look: PrintLook): number {
  return points / pointsPerUnit(look)
}

/** A plot on paper; `alt` says in words what it shows. Its text stands over it as text of the page, which finds a font for every script. */
export function PlotDrawing({ plot, alt }: { plot: Plot; alt: string }) {
  const perUnit = pointsPerUnit(use(LookContext))
  const [width, height] = [plot.width * perUnit, plot.height * perUnit]
  return (
    <View {...tagged('Figure', { alt })} wrap={false} style={[styles.place, { width, height }]}>
      <Svg width={width} height={height} viewBox={`0 0 ${plot.width} ${plot.height}`}>
        {plot.shapes.map((shape, i) => (
          <Shape key={i} shape={shape} />
        ))}
      </Svg>
      {plot.shapes.map((shape, i) =>
        shape.kind === 'text' ? <PlacedText key={i} shape={shape} width={width} /> : null,
      )}
    </View>
  )
}

function Shape({ shape }: { shape: PlotShape }) {
  switch (shape.kind) {
    case 'line':
      return <Line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} {...looks[shape.tone]} />
    case 'rect':
      return (
        <Rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          fill="none"
          {...looks[shape.tone]}
        />
      )
    case 'circle':
      return <Circle cx={shape.cx} cy={shape.cy} r={shape.r} fill="none" {...looks[shape.tone]} />
    case 'text':
      return null
  }
}

/** Wider than any head of a column, so that what stands in the middle stays on one line. */
const middleWidth = 240

type PlacedTextProps = { shape: Extract<PlotShape, { kind: 'text' }>; width: number }

function PlacedText({ shape, width }: PlacedTextProps) {
  const look = use(LookContext)
  const { fontSize, lineHeight } = look.words.label
  const perUnit = pointsPerUnit(look)
  const [x, top] = [shape.x * perUnit, shape.y * perUnit - fontSize]
  const place = {
    start: { left: x, width: width - x },
    middle: { left: x - middleWidth / 2, width: middleWidth, textAlign: 'center' as const },
    end: { left: 0, width: x, textAlign: 'right' as const },
  }[shape.anchor]
  return (
    <Text style={[styles.text, { fontSize, lineHeight, top }, place, inks[shape.tone]]}>{shape.text}</Text>
  )
}
