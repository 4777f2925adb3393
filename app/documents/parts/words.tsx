import { StyleSheet, Text } from '@react-pdf/renderer'
import { use, type ReactNode } from 'react'
import { LookContext, type WordStyle } from './look.ts'
import { cutInCell } from './long-words.ts'
import type { Tagged } from './tags.ts'
import { ink, inkSoft, longestLine } from './theme.ts'

const styles = StyleSheet.create({
  title: { fontWeight: 700 },
  head: { fontWeight: 700 },
  strong: { fontWeight: 600 },
  body: {},
  small: {},
  label: { color: inkSoft },
})

/** A run of text in one of the six sizes; from 10 to 12 points its lines end at 115 mm. */
export function Words({
  as = 'body',
  color,
  isInCell = false,
  tagged,
  children,
}: {
  as?: WordStyle
  color?: string
  /** A narrow place: words longer than it are cut at their syllables. */
  isInCell?: boolean
  /** What it is to somebody who hears it; a paragraph when left out. */
  tagged?: Tagged
  children?: ReactNode
}) {
  // Size and line height always stand together: a line height that is inherited removes rendered page numbers.
  const { words, accent } = use(LookContext)
  const size = words[as]
  const measure = size.fontSize >= 10 && size.fontSize <= 12 ? { maxWidth: longestLine } : {}
  const shade = color ?? (as === 'title' ? accent : undefined)
  return (
    <Text
      {...{ tagged }}
      style={[styles[as], size, measure, shade ? { color: shade } : {}]}
      {...(isInCell ? { hyphenationCallback: cutInCell } : {})}
    >
      {children}
    </Text>
  )
}

/**
 * A bold part inside a line.
 * @param indent points that its line begins later, beside a mark, where it is the first
 */
export function Bold({ indent = 0, children }: { indent?: number; children: ReactNode }) {
  return <Text style={{ fontWeight: 700, color: ink, textIndent: indent }}>{children}</Text>
}
