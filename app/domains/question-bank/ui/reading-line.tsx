import { TextLink } from '#app/ui/text-link.tsx'
import type { TextReading } from '../question-search.ts'

type ReadingLineProps = {
  typed: string
  reading: TextReading
  /** The address of a search for another text. */
  toText: (text: string) => string
}

/** Says what was looked for when it is not what was typed. */
export function ReadingLine({ typed, reading, toText }: ReadingLineProps) {
  switch (reading.kind) {
    case 'as-typed':
      return null
    case 'corrected':
      return (
        <p className="wrap-anywhere">
          Nothing for “{typed}”. Showing{' '}
          <TextLink to={toText(reading.text)} replace preventScrollReset>
            “{reading.text}”
          </TextLink>
          .
        </p>
      )
    case 'some-words':
      return <p>No question has all of this. Those with some of the words follow, the best first.</p>
    case 'suggested':
      return (
        <p className="wrap-anywhere">
          Did you mean{' '}
          <TextLink to={toText(reading.text)} replace preventScrollReset>
            “{reading.text}”
          </TextLink>
          ?
        </p>
      )
  }
}
