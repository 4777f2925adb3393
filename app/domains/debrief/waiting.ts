/** What a viewer waits for before they see the scorecards of a candidate. */
export type Waiting = {
  submitted: number
  owed: number
  isOwnMissing: boolean
  /** Whether what is in is open to the viewer already: their own is in, or they looked early. */
  isOpen: boolean
}

/** Why somebody does not see all scorecards of a candidate yet, in words. */
export function explainWaiting({ submitted, owed, isOwnMissing, isOpen }: Waiting): string {
  if (owed === 0) return 'No interview is planned yet.'
  const count = `${submitted} of ${owed} scorecards ${submitted === 1 ? 'is' : 'are'} in`
  if (isOpen) return `${count}; you see each of the others a minute after it is submitted.`
  if (isOwnMissing) return `${count}; you see the others a minute after you submit yours.`
  if (submitted === owed) return `${count}.`
  return `${count}; you see them when all are.`
}
