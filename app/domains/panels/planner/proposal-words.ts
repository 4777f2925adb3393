import { counted } from '../panel.ts'
import type { Proposal } from './proposal.ts'

type Changes = Pick<Proposal, 'added' | 'moved' | 'removed' | 'isReordered'>

/** "4 questions added, 1 moved, 2 removed." */
export function changesInWords({ added, moved, removed, isReordered }: Changes): string {
  const parts = [
    ...(added > 0 ? [`${counted(added, 'question')} added`] : []),
    ...(moved > 0 ? [`${moved} moved`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ]
  if (parts.length > 0) return `${parts.join(', ')}.`
  return isReordered
    ? 'The same questions in a better order: an easy opener, then harder, easing out at the end.'
    : 'The panel is this plan already: nothing better can be made of the bank under its rules.'
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
  return `${count.toLocaleString('en')} ${count === 1 ? 'point' : 'points'}`
}

/** What the form of a proposal sends: the questions of every interview in order. */
export function writeProposal({ interviews }: Proposal): string {
  return JSON.stringify(
    interviews.map(({ id, questions }) => ({ id, questionIds: questions.map((question) => question.id) })),
  )
}
