import { Text } from '@react-pdf/renderer'
import { use } from 'react'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { inkSoft } from '#app/documents/parts/theme.ts'

/** Half of a footer: what identifies a loose page, or its number. It keeps to one line. */
export function FooterText({ text, isRight = false }: { text: string; isRight?: boolean }) {
  const { words } = use(LookContext)
  return (
    <Text
      {...tagged('Artifact')}
      style={[
        words.label,
        { color: inkSoft, textAlign: isRight ? 'right' : 'left', maxLines: 1, textOverflow: 'ellipsis' },
      ]}
    >
      {text}
    </Text>
  )
}
