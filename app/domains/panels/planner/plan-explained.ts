import type { Coverage } from '../coverage.ts'
import { counted, letterAt, type Arrangement } from '../panel.ts'
import type { Problem } from '../problems.ts'
import type { Shortfall } from './plan.ts'
import { hintInWords, listChanges, proofInWords } from './proposal-words.ts'
import type { Proposal } from './proposal.ts'
import { nameOf } from './shortfalls.ts'
import type { More } from './what-more.ts'

/** A head with sentences under it. */
export type ExplainedPart = { title: string; lines: string[] }

/** The heads that say on screen and on paper how a plan came about. */
export const explainedTitles = {
  worth: 'How good this plan is',
  best: 'What falls short in the best plan, and why',
  held: 'What people decided',
  more: 'What a little more room would bring',
} as const

/** Up to here paper works out what more room would bring: every interview asks for another plan. */
export const mostForMore = 2_000

/**
 * What the planner has to say about a plan that may or may not be its own.
 * @param given.more what more room would bring; null when the bank is too large to work it out on the way
 * @param given.titleOf the title of a question, by id
 */
export function explainPlan(given: {
  proposal: Proposal
  more: readonly More[] | null
  arrangement: Pick<Arrangement, 'interviews' | 'bannedIds'>
  titleOf: (id: string) => string
}): ExplainedPart[] {
  const { proposal, more, arrangement, titleOf } = given
  const pinned = arrangement.interviews.flatMap(({ pinnedIds, questionIds, focus }, i) =>
    pinnedIds
      .filter((id) => questionIds.includes(id))
      .map(
        (id) =>
          `${nameOf({ id, name: titleOf(id) })} is pinned in ${nameOf({ id: letterAt(i), name: `${letterAt(i)}, ${focus}` })}.`,
      ),
  )
  const banned = arrangement.bannedIds.map((id) => `${nameOf({ id, name: titleOf(id) })} is never asked.`)
  return [
    {
      title: explainedTitles.worth,
      lines: [hintInWords(proposal), proofInWords(proposal), ...listChanges(proposal)],
    },
    { title: explainedTitles.best, lines: [...proposal.shortfalls, ...proposal.notes] },
    { title: explainedTitles.held, lines: [...pinned, ...banned] },
    {
      title: explainedTitles.more,
      lines: more
        ? more.map(({ words }) => words)
        : [
            `Not worked out for paper from ${counted(mostForMore, 'question')} on; the page of the suggestion does it when asked.`,
          ],
    },
  ].filter(({ lines }) => lines.length > 0)
}

/**
 * What falls short in a draft: the problems, and after them what the planner was told and the draft does not keep. What both would say
 * is said once.
 */
export function joinShortfalls(
  problems: readonly Problem[],
  { shortfalls, coverage }: { shortfalls: readonly Shortfall[]; coverage: Coverage },
): string[] {
  const isSaid = ({ rule, subject }: Shortfall): boolean => {
    const column = coverage.columns.find(({ id }) => id === subject)
    if (rule === 'time') return column !== undefined && column.overMinutes > 0
    if (rule === 'minQuestions') return column?.questions === 0
    // The problems count coverage on the grid that stands beside them.
    return rule === 'mustHave' || rule === 'coverage' || rule === 'repeated'
  }
  return [
    ...problems.map(({ lead, text }) => (lead ? `${lead}: ${text}` : text)),
    ...shortfalls.filter((one) => !isSaid(one)).map(({ words }) => words),
  ]
}
