/** How somebody sits in a session: a shadow is in training, scores too, and counts for nothing. */
export type Seat = 'interviewer' | 'shadow'
