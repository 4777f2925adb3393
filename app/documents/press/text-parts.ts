/** A text of more than this is cut at its lines, so that it goes on over a page. */
const mostCharacters = 900
const mostLines = 10

/**
 * A long text in pieces that each fit on a page: by its lines, and a line that is too long by its words.
 * @returns at least one piece, for an empty text an empty one
 */
export function cutText(text: string): string[] {
  const lines = text.split('\n').flatMap(cutLine)
  const pieces: string[][] = [[]]
  for (const line of lines) {
    const piece = pieces.at(-1) ?? []
    const characters = piece.reduce((sum, entry) => sum + entry.length, 0)
    const isFull = piece.length >= mostLines || characters + line.length > mostCharacters
    if (piece.length > 0 && isFull) pieces.push([line])
    else piece.push(line)
  }
  return pieces.map((piece) => piece.join('\n'))
}

function cutLine(line: string): string[] {
  if (line.length <= mostCharacters) return [line]
  const space = line.lastIndexOf(' ', mostCharacters)
  const at = space > 0 ? space : wholeCharacters(line)
  return [line.slice(0, at), ...cutLine(line.slice(space > 0 ? at + 1 : at))]
}

/** Never between the two halves of one character. */
function wholeCharacters(line: string): number {
  return /[\uD800-\uDBFF]/.test(line.charAt(mostCharacters - 1)) ? mostCharacters - 1 : mostCharacters
}
