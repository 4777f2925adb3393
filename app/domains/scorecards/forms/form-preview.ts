import type { FormValues } from './form-values.ts'

/** One field that a form would change, in words. */
export type ChangeView = {
  field: string
  place: string
  /** `unfit`: what the form says does not fit the field, and stays out. */
  kind: 'change' | 'conflict' | 'unfit'
  before: string
  after: string
  isText: boolean
  /** Of the field when the preview was made. */
  version: number
  problem: string | null
}

/** What a file that was brought would do. */
export type FormPreview =
  | { state: 'refused'; name: string; why: string }
  | {
      state: 'ready'
      name: string
      scorecardId: string
      candidateName: string
      focus: string
      interviewerName: string
      isOwn: boolean
      changes: ChangeView[]
      /** How many fields stay as they are. */
      untouched: number
      carried: CarriedForm
    }

/** What goes along with a preview, since nothing is kept in between; it is checked again as if it came from a file. */
export type CarriedForm = { name: string; stamp: string; values: FormValues }

/** What becomes of a field that was changed online meanwhile: which text, and the version that the choice was made at. */
export type ConflictChoice = { take: 'online' } | { take: 'form' | 'both'; version: number }

/** What became of a form. */
export type FormOutcome = {
  name: string
  scorecardId: string | null
  /** What did not go in, in words; empty when everything did. */
  problems: string[]
}
