import { StyleSheet, Text } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { ink, inkSoft } from './theme.ts'

// Size and line height always stand together: a line height that is inherited removes rendered page numbers.
const styles = StyleSheet.create({
  title: { fontSize: 16, lineHeight: 1.2, fontWeight: 700 },
  head: { fontSize: 10.5, lineHeight: 1.22, fontWeight: 700 },
  strong: { fontSize: 9, lineHeight: 1.3, fontWeight: 600 },
  body: { fontSize: 9, lineHeight: 1.3 },
  small: { fontSize: 8, lineHeight: 1.2 },
  label: { fontSize: 8, lineHeight: 1.25, color: inkSoft },
})

export type WordStyle = keyof typeof styles

/** A run of text in one of the six sizes. */
export function Words({ as = 'body', children }: { as?: WordStyle; children: ReactNode }) {
  return <Text style={styles[as]}>{children}</Text>
}

/** A bold part inside a line. */
export function Bold({ children }: { children: ReactNode }) {
  return <Text style={{ fontWeight: 700, color: ink }}>{children}</Text>
}
