/**
 * One field of a card posted as a whole, with the version that the form was read at. An id stands where sending the same once more must
 * change nothing.
 */
export type PostedField = { field: string; base: number; value: unknown; opId?: string }

/** What became of a form that was posted as a whole. */
export type PostedOutcome = {
  isSubmitted: boolean
  /** Fields that were changed elsewhere meanwhile: both texts, for the person to choose. */
  conflicts: { field: string; mine: unknown; theirs: unknown; version: number }[]
  refusals: { field: string; message: string }[]
}
