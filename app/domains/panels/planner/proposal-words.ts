import { counted } from '../panel.ts'
import type { Proposal } from './proposal.ts'

type Changes = Pick<Proposal, 'added' | 'moved' | 'removed' | 'isReordered'>

/** "4 questions added, 1 moved, 2 removed." */
export function changesInWords({ added, moved, removed, isReordered }: Changes): string {
  const counts = [
    { count: added, verb: 'added' },
    { count: moved, verb: 'moved' },
    { count: removed, verb: 'removed' },
  ].filter(({ count }) => count > 0)
  const parts = counts.map(({ count, verb }, i) =>
    i === 0 ? `${counted(count, 'question')} ${verb}` : `${count} ${verb}`,
  )
  if (parts.length > 0) return `${parts.join(', ')}.`
  return isReordered
    ? 'The same questions in a better order: an easy opener, then harder, easing out at the end.'
    : 'The panel is this plan already: nothing better can be made of the bank under its rules.'
}

/** Whether the planner knows something better than the draft, and what. */
export function hintInWords(proposal: Changes): string {
  const isBest = proposal.added + proposal.moved + proposal.removed === 0
  return isBest
    ? 'No better plan can be made of the bank under the rules of this panel.'
    : `A better plan: ${changesInWords(proposal)}`
}

/** For each interview that would change, what comes and what goes. */
export function listChanges({ interviews }: Pick<Proposal, 'interviews'>): string[] {
  return interviews.flatMap(({ letter, focus, questions, dropped }) => {
    const comes = questions.flatMap(({ title, state }) =>
      state.kind === 'new'
        ? [`“${title}” comes in`]
        : state.kind === 'moved'
          ? [`“${title}” comes from ${state.from}`]
          : [],
    )
    const goes = dropped.map(({ title, movedTo }) =>
      movedTo === null ? `“${title}” is no longer asked` : `“${title}” goes to ${movedTo}`,
    )
    return comes.length + goes.length === 0 ? [] : [`${letter}, ${focus}: ${[...comes, ...goes].join('; ')}.`]
  })
}

/** How sure it is that no plan is better, and what it is worth beside the draft. */
export function proofInWords(proposal: Pick<Proposal, 'isProven' | 'gap' | 'gain' | 'objective'>): string {
  const { isProven, gap, gain, objective } = proposal
  const proof = isProven
    ? 'Proven: no plan of this bank is worth more under these rules.'
    : `The search was ended early: another plan could be worth ${(gap * 100).toFixed(1)} % more at most.`
  return `${proof} Worth ${pointsInWords(objective)}${compareInWords(gain)}.`
}

function compareInWords(gain: number): string {
  if (gain === 0) return ', as the draft is'
  if (gain > 0) return `, ${pointsInWords(gain)} more than the draft`
  // Only pins may break these rules in a plan; a draft may break them anywhere.
  return '; the draft is worth more, but takes more minutes or questions than its interviews allow'
}

/** "1 point", "1,200 points". */
export function pointsInWords(count: number): string {
  return `${count.toLocaleString('en').replace('-', '−')} ${count === 1 ? 'point' : 'points'}`
}

/** What the form of a proposal sends: the questions of every interview in order. */
export function writeProposal({ interviews }: Proposal): string {
  return JSON.stringify(
    interviews.map(({ id, questions }) => ({ id, questionIds: questions.map((question) => question.id) })),
  )
}

/** What to tell somebody who waits; it changes seldom, since it is read aloud. */
export function waitInWords({ seconds }: { seconds: number }): string {
  if (seconds < 5) return 'This takes a few seconds.'
  if (seconds < 20)
    return 'A large bank takes longer. Nothing is changed meanwhile, everybody can go on working, and the panel may be edited.'
  return 'Still at it. You may leave this page and come back within half a minute, or stop it; the draft stays as it is.'
}
