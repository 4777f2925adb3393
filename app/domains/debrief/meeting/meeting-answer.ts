/** What the page of a debrief answers to a form that was refused: what was typed comes back beside the messages. */
export type MeetingRefusal = {
  ok: false
  /** Which of its forms. */
  form: string
  errors: Record<string, string[]>
  values: Record<string, string>
  /** Somebody else was first. */
  isConflict: boolean
}

export type MeetingAnswer = { ok: true } | MeetingRefusal
