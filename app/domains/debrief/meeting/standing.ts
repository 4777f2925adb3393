import { outcomeWords, type DecisionOutcome } from './decision.ts'

/** Where the debrief of one candidate stands, as far as a viewer may know. */
export type DebriefStanding =
  | { kind: 'waiting'; words: string }
  | { kind: 'ready' }
  | { kind: 'open'; leadName: string }
  | { kind: 'decided'; outcome: DecisionOutcome; isLocked: boolean; isReopened: boolean }

/** "Ready", "Open, led by Mina", "Hire, locked". */
export function debriefWords(standing: DebriefStanding): string {
  switch (standing.kind) {
    case 'waiting':
      return standing.words
    case 'ready':
      return 'Ready to start'
    case 'open':
      return `Open, led by ${standing.leadName}`
    case 'decided':
      return decidedWords(standing)
  }
}

/** "Hire", "Hire, not locked", "Hire, reopened". */
export function decidedWords(standing: Extract<DebriefStanding, { kind: 'decided' }>): string {
  const outcome = outcomeWords[standing.outcome]
  if (standing.isLocked) return `${outcome}, locked`
  return standing.isReopened ? `${outcome}, reopened` : `${outcome}, not locked`
}

/** One candidate of a panel on the list of its debriefs. */
export type DebriefLine = {
  applicationId: string
  name: string
  standing: DebriefStanding
  /** Points of the agenda; null while the cards are closed to the viewer. */
  points: number | null
  /** How many levels the farthest two interviewers are apart; 0 when nobody is two levels apart. */
  widest: number
}

/** Most disagreement first, then most points, then by name; candidates whose cards are closed last. */
export function sortLines(lines: readonly DebriefLine[]): DebriefLine[] {
  return lines.toSorted(
    (a, b) =>
      Number(a.points === null) - Number(b.points === null) ||
      b.widest - a.widest ||
      (b.points ?? 0) - (a.points ?? 0) ||
      a.name.localeCompare(b.name, 'en'),
  )
}

/** What waits for a debrief on one panel. */
export type HomeDebriefs = {
  panelId: string
  panelName: string
  /** Not started, and every card is in. */
  ready: number
  candidates: number
  /** Started and not locked. */
  open: { applicationId: string; name: string; words: string }[]
}

/** What the comparison says of a debrief that was begun. */
export type DecisionChip = {
  words: string
  isLocked: boolean
  /** Ids of competencies in which the debrief changed a rating. */
  changed: string[]
}
