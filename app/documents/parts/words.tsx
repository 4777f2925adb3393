import { StyleSheet, Text } from '@react-pdf/renderer'
import { use, type ReactNode } from 'react'
import { LookContext, type WordStyle } from './look.ts'
import { ink, inkSoft } from './theme.ts'

const styles = StyleSheet.create({
  title: { fontWeight: 700 },
  head: { fontWeight: 700 },
  strong: { fontWeight: 600 },
  body: {},
  small: {},
  label: { color: inkSoft },
})

/** A run of text in one of the six sizes. */
export function Words({
  as = 'body',
  color,
  children,
}: {
  as?: WordStyle
  color?: string
  children?: ReactNode
}) {
  // Size and line height always stand together: a line height that is inherited removes rendered page numbers.
  const size = use(LookContext).words[as]
  return <Text style={[styles[as], size, color ? { color } : {}]}>{children}</Text>
}

/** A bold part inside a line. */
export function Bold({ children }: { children: ReactNode }) {
  return <Text style={{ fontWeight: 700, color: ink }}>{children}</Text>
}
