import { Note } from '#app/ui/note.tsx'

/** Says before printing which characters no bundled font has, and in which texts they stand. */
export function UnprintableTexts({ texts }: { texts: readonly { characters: string[]; text: string }[] }) {
  if (texts.length === 0) return null
  const characters = [...new Set(texts.flatMap((entry) => entry.characters))]
  return (
    <Note
      className="mt-4"
      title={`These characters cannot be printed and come out as question marks: ${characters.join(' ')}`}
    >
      <p>They stand in:</p>
      <ul className="list-inside list-disc">
        {texts.map(({ text }) => (
          <li key={text} className="wrap-anywhere">
            {text}
          </li>
        ))}
      </ul>
    </Note>
  )
}
