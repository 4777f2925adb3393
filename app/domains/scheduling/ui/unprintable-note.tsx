/** Says before printing which characters no bundled font has. */
export function UnprintableNote({ characters }: { characters: readonly string[] }) {
  if (characters.length === 0) return null
  return (
    <p className="mt-2 text-dense text-amber print:hidden">
      {`These characters cannot be printed and come out as question marks: ${characters.join(' ')}`}
    </p>
  )
}
