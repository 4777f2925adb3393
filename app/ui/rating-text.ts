/** "3 of 4, Good": a rating in words, for the text alternative, titles and copied text. */
export function ratingText({
  level,
  of,
  word,
}: {
  level: number
  of: number
  word?: string | undefined
}): string {
  return word ? `${level} of ${of}, ${word}` : `${level} of ${of}`
}
