/** What a debrief can decide about a candidate. */
export const decisionOutcomes = ['hire', 'no-hire', 'another-interview', 'hold'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

export const outcomeWords: Record<DecisionOutcome, string> = {
  hire: 'Hire',
  'no-hire': 'No hire',
  'another-interview': 'Another interview',
  hold: 'Hold',
}

/** How somebody signs a decision. */
export const signatureStances = ['agree', 'dissent'] as const
export type SignatureStance = (typeof signatureStances)[number]

/** What a decision says. */
export type Wording = {
  outcome: DecisionOutcome | null
  /** What another interview should ask about; none for the other outcomes. */
  competencyIds: readonly string[]
  reason: string
}

export type Decision = Wording & {
  /** 1, and one more each time the debrief is reopened. */
  number: number
  /** Counts the wordings; 0 while nothing was written. */
  version: number
  lockedAtMs: number | null
}

export type Signature = {
  userId: string
  /** The wording that was signed. */
  decisionVersion: number
  stance: SignatureStance
  dissent: string | null
  atMs: number
}

/** A decision before anybody wrote a word of it. */
export const emptyDecision: Decision = {
  number: 1,
  version: 0,
  outcome: null,
  competencyIds: [],
  reason: '',
  lockedAtMs: null,
}

/** A wording as it is kept: without spaces around the reason, with competencies for another interview alone. */
export function tidyWording({ outcome, competencyIds, reason }: Wording): Wording {
  return {
    outcome,
    competencyIds: outcome === 'another-interview' ? [...new Set(competencyIds)].toSorted() : [],
    reason: reason.trim(),
  }
}

export function isSameWording(a: Wording, b: Wording): boolean {
  const [one, other] = [tidyWording(a), tidyWording(b)]
  return (
    one.outcome === other.outcome &&
    one.reason === other.reason &&
    one.competencyIds.join(' ') === other.competencyIds.join(' ')
  )
}

/** What is missing before a wording can be signed or locked, by field of the form. */
export function listLacking(
  wording: Wording,
): Partial<Record<'outcome' | 'competencies' | 'reason', string>> {
  const { outcome, competencyIds, reason } = tidyWording(wording)
  return {
    ...(outcome === null && { outcome: 'Choose what was decided.' }),
    ...(outcome === 'another-interview' &&
      competencyIds.length === 0 && {
        competencies: 'Name at least one competency that the other interview should look into.',
      }),
    ...(reason === '' && { reason: 'Write why, so that somebody who was not there can follow it.' }),
  }
}

/** Whether a wording can be signed and locked. */
export function isComplete(wording: Wording): boolean {
  return Object.keys(listLacking(wording)).length === 0
}

/** How somebody stands to the wording as it is now. */
export type Standing = { state: 'unsigned' } | { state: 'signed' | 'earlier-wording'; signature: Signature }

/** A signature is given to one wording: after a change it stays readable and has to be renewed. */
export function standOf(
  userId: string,
  decision: Pick<Decision, 'version'>,
  signatures: readonly Signature[],
): Standing {
  const signature = signatures.find((entry) => entry.userId === userId)
  if (!signature) return { state: 'unsigned' }
  return { state: signature.decisionVersion === decision.version ? 'signed' : 'earlier-wording', signature }
}

/** What may happen to a decision. */
export type DecisionStep = 'write' | 'sign' | 'lock' | 'reopen'

/**
 * Why a step cannot be taken now, in words.
 * @param seen the number and the wording that the person had before them
 * @returns undefined when it can
 */
export function whyNot(
  step: DecisionStep,
  decision: Decision,
  seen: { number: number; version: number },
): string | undefined {
  if (step === 'reopen') {
    if (decision.number !== seen.number) return 'The debrief was reopened by somebody else meanwhile.'
    return decision.lockedAtMs === null ? 'The decision is not locked; change it as it stands.' : undefined
  }
  if (decision.lockedAtMs !== null) return 'The decision is locked. Reopen the debrief to change it.'
  if (decision.number === seen.number && decision.version === seen.version) return undefined
  switch (step) {
    case 'write':
      return 'Somebody else changed the decision while you wrote. Yours is kept below, beside theirs.'
    case 'sign':
      return 'The wording changed while you read it. Read it again, then sign.'
    case 'lock':
      return 'The wording changed while you read it. Read it again, then lock.'
  }
}

/** A reopened debrief starts from what was locked, without a signature. */
export function reopenedFrom(decision: Decision): Decision {
  return { ...decision, number: decision.number + 1, version: 1, lockedAtMs: null }
}
