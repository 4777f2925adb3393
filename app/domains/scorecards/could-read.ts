import { listVisibleCards, type CardStanding, type Viewer } from './visibility.ts'

/** One application of a candidate as one person finds it. */
export type Look = Pick<Viewer, 'hasOverride' | 'owesElsewhere'> & {
  /** Every card owed for its sessions that were neither cancelled nor missed. */
  cards: readonly CardStanding[]
}

/**
 * How many of other people's cards of ONE candidate a person could read now: what the rule of independence opens to them
 * on any panel, and what they typed in from paper. Whoever takes a seat with that candidate then is not independent of them.
 * @param given `looks` at every application of the candidate; `typedIds` of the cards that they typed in for somebody else
 */
export function countReadable(
  person: Pick<Viewer, 'id' | 'access'>,
  given: { looks: readonly Look[]; typedIds: readonly string[]; now: number },
): number {
  const readable = new Set(given.typedIds)
  for (const { cards, ...look } of given.looks) {
    const visible = listVisibleCards({ ...person, ...look }, cards, given.now)
    for (const { scorecardId, interviewerId } of cards)
      if (interviewerId !== person.id && visible.has(scorecardId)) readable.add(scorecardId)
  }
  return readable.size
}

/** Beside a card whose writer could read others first. */
export const couldReadTag = 'Could read others first'

/** The same in a sentence. */
export const couldReadWords =
  'The writer could already read other scorecards of this candidate when they took this seat. It counts; what it is worth is for the team to decide.'

/**
 * What is told before somebody is put into a session.
 * @param count cards that they could read; 0 when they could only earlier
 */
export function warnOfReading(name: string, count: number): string {
  const what =
    count === 0
      ? 'could read scorecards of this candidate before'
      : `could already read ${count === 1 ? '1 scorecard' : `${count} scorecards`} of this candidate`
  return `${name} ${what}. Their own will be marked.`
}

/** "1 scorecard by somebody who could read others first". */
export function countCouldRead(cards: number): string {
  return cards === 1
    ? '1 scorecard by somebody who could read others first'
    : `${cards} scorecards by people who could read others first`
}
