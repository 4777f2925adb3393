import { askedQuestions } from '../scored-card.ts'
import type { ComparedCandidate } from '../scored-card.ts'

type Asked = Pick<ComparedCandidate, 'cards'> & { name: string }

/**
 * How many questions every two candidates were both asked, of all that either was asked, in a sentence each. It knows the
 * scorecards that the viewer may see and no other; nothing is said of a candidate without one.
 */
export function writeAskedInCommon(candidates: readonly Asked[]): string[] {
  const known = candidates
    .map(({ name, cards }) => ({ name, asked: askedQuestions(cards) }))
    .filter(({ asked }) => asked.size > 0)
  return known.flatMap((one, i) =>
    known.slice(i + 1).map((other) => {
      const common = [...one.asked].filter((id) => other.asked.has(id)).length
      const all = new Set([...one.asked, ...other.asked]).size
      const share = Math.round((100 * common) / all)
      return common === 0
        ? `${one.name} and ${other.name} were asked no question in common: they are compared by competency alone.`
        : `${one.name} and ${other.name} were both asked ${common} of the ${all} questions that either was asked, ${share} %.`
    }),
  )
}
