/** How somebody sits in a session: a shadow is in training, scores too, and counts for nothing. */
export const seats = ['interviewer', 'shadow'] as const
export type Seat = (typeof seats)[number]
