import { listStems } from '#app/domains/question-bank/near-duplicates/stems.ts'

const most = 8

/**
 * Finds the tags of the bank that a text speaks of: those whose every word occurs in it, in whatever form.
 * @param tags `rate-limits`
 * @returns a function that gives at most eight tags for a text, as many as a question may have
 */
export function buildTagFinder(tags: Iterable<string>): (text: string) => string[] {
  const known = [...new Set(tags)].map((tag) => ({ tag, stems: listStems(tag.replaceAll('-', ' ')) }))
  return (text) => {
    const stems = new Set(listStems(text))
    const found = known.filter(
      (entry) => entry.stems.length > 0 && entry.stems.every((stem) => stems.has(stem)),
    )
    return found.slice(0, most).map(({ tag }) => tag)
  }
}
