/** What a debrief can decide about a candidate. */
export const decisionOutcomes = ['hire', 'no-hire', 'another-interview', 'hold'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** How somebody signs a decision. */
export const signatureStances = ['agree', 'dissent'] as const
export type SignatureStance = (typeof signatureStances)[number]
