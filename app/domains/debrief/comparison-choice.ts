/** Which of the two scores a reader looks at. */
export type ScoreKind = 'calibrated' | 'raw'

/** What a reader chose about the comparison beside its table's view; all of it lives in the URL. */
export type ComparisonChoice = { kind: ScoreKind }

/** Reads `?score=raw`; everything else is a default that leaves no trace. */
export function readChoice(params: URLSearchParams): ComparisonChoice {
  return { kind: params.get('score') === 'raw' ? 'raw' : 'calibrated' }
}

/** The parameters with this choice in them; what belongs to the table stays. */
export function writeChoice(params: URLSearchParams, choice: Partial<ComparisonChoice>): URLSearchParams {
  const next = new URLSearchParams(params)
  if (choice.kind === 'raw') next.set('score', 'raw')
  else if (choice.kind) next.delete('score')
  return next
}
