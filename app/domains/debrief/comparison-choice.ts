/** Which of the two scores a reader looks at. */
export type ScoreKind = 'calibrated' | 'raw'

/** What a reader chose about the comparison beside its table's view; all of it lives in the URL. */
export type ComparisonChoice = {
  kind: ScoreKind
  /** Candidates who stand on top whatever the order, by application id. */
  kept: string[]
  /** Tiers stay together, whatever their rows are sorted by. */
  isByTier: boolean
}

/** Reads `?score=raw&keep=id,id&group=tier`; defaults leave no trace. */
export function readChoice(params: URLSearchParams): ComparisonChoice {
  return {
    kind: params.get('score') === 'raw' ? 'raw' : 'calibrated',
    kept: (params.get('keep') ?? '').split(',').filter(Boolean),
    isByTier: params.get('group') === 'tier',
  }
}

/** The parameters with this choice in them; what belongs to the table stays. */
export function writeChoice(params: URLSearchParams, choice: Partial<ComparisonChoice>): URLSearchParams {
  const next = new URLSearchParams(params)
  const { kind, kept, isByTier } = { ...readChoice(params), ...choice }
  const set = (name: string, value: string) => (value ? next.set(name, value) : next.delete(name))
  set('score', kind === 'raw' ? 'raw' : '')
  set('keep', kept.join(','))
  set('group', isByTier ? 'tier' : '')
  return next
}

/** The list with this id taken in, or taken out where it was in. */
export function toggleKept(kept: readonly string[], id: string): string[] {
  return kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id]
}
