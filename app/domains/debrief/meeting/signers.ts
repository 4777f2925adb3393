import { standOf, type Decision, type Signature, type Standing } from './decision.ts'

/** Somebody whose card of this candidate counts. */
export type CountedInterviewer = { id: string; name: string; isGuest: boolean }

/** Somebody whose name belongs under a decision. */
export type Signer = {
  userId: string
  name: string
  part: 'leads the debrief' | 'interviewer' | 'interviewer and lead' | 'guest' | 'signed before'
  /** A guest has no account and signs on paper. */
  signsOnPaper: boolean
  standing: Standing
}

/**
 * Who signs: everybody who interviewed the candidate with a card that counts, and whoever leads the debrief. A name
 * that stands under an earlier decision of somebody who is neither any more stays, and is not waited for.
 * @returns the lead first, then interviewers by name, guests last
 */
export function listSigners(given: {
  interviewers: readonly CountedInterviewer[]
  lead: { id: string; name: string }
  decision: Pick<Decision, 'version'>
  signatures: readonly (Signature & { name: string })[]
}): Signer[] {
  const { lead, decision, signatures } = given
  const interviewers = [...new Map(given.interviewers.map((person) => [person.id, person])).values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id),
  )
  const leadInterviews = interviewers.some((person) => person.id === lead.id)
  const people: Omit<Signer, 'standing'>[] = [
    {
      userId: lead.id,
      name: lead.name,
      part: leadInterviews ? 'interviewer and lead' : 'leads the debrief',
      signsOnPaper: false,
    },
    ...interviewers
      .filter((person) => person.id !== lead.id && !person.isGuest)
      .map(({ id, name }) => ({ userId: id, name, part: 'interviewer' as const, signsOnPaper: false })),
    ...interviewers
      .filter((person) => person.isGuest)
      .map(({ id, name }) => ({ userId: id, name, part: 'guest' as const, signsOnPaper: true })),
  ]
  const former = signatures
    .filter((signature) => !people.some((person) => person.userId === signature.userId))
    .map(({ userId, name }) => ({ userId, name, part: 'signed before' as const, signsOnPaper: false }))
  return [...people, ...former].map((person) => ({
    ...person,
    standing: standOf(person.userId, decision, signatures),
  }))
}

/** Whose signature under the present wording is missing; guests sign on paper and are not waited for. */
export function listUnsigned(signers: readonly Signer[]): Signer[] {
  return signers.filter(
    (signer) => signer.standing.state !== 'signed' && !signer.signsOnPaper && signer.part !== 'signed before',
  )
}

/** What stands beside a name, without the time. */
export function standingWords(signer: Signer): string {
  const { standing } = signer
  if (standing.state === 'unsigned') return signer.signsOnPaper ? 'Guest, signs on paper' : 'Not signed'
  const stance = standing.signature.stance === 'agree' ? 'agrees' : 'dissents'
  return standing.state === 'signed' ? `Signed, ${stance}` : `Signed an earlier wording (${stance})`
}

/** "Ana, Jonas and Farah", however many there are. */
export function joinAll(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
