/** A card that a form went into, to go on with. */
export type BroughtCard = {
  scorecardId: string
  sessionId: string
  candidateName: string
  focus: string
  interviewerName: string
  isOwn: boolean
}
