/** A calm speaker with listeners who must remember: about 150 words a minute (Rayner and others give 150 to 160). */
const wordsPerSecond = 2.5

/** How long a text takes to read aloud, in seconds, rounded up to five; 0 without a word. */
export function readingAloudSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return Math.ceil(words / wordsPerSecond / 5) * 5
}

/** "212 of 500 characters, about 15 seconds aloud." */
export function lengthWords(text: string, most: number): string {
  const length = text.trim().length
  const seconds = readingAloudSeconds(text)
  const aloud = seconds === 0 ? '' : `, about ${seconds} seconds aloud`
  return `${length} of at most ${most} characters${aloud}.`
}
