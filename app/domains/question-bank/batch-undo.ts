/** What an import or a load brought: one version of a question, a competency or a role. */
export type BroughtVersion = {
  kind: 'question' | 'competency' | 'role'
  itemId: string
  title: string
  versionId: string
  /** 1 when the import also brought the thing itself. */
  number: number
  /** Whether somebody saved a version after it, or is writing one. */
  isEditedSince: boolean
  /** Where it is used, in words: `the panel “Integration engineer 2026”`. */
  usedIn: readonly string[]
}

/** What undoing does with a version; what stays says why. */
export type UndoStep = { do: 'remove' } | { do: 'restore' } | { do: 'keep'; why: string }

/** Undoing takes away what nobody has touched: a new thing goes, a changed one returns to its earlier words. */
export function planUndo(version: BroughtVersion): UndoStep {
  if (version.isEditedSince) return { do: 'keep', why: 'edited since' }
  if (version.number > 1) return { do: 'restore' }
  const [first, ...more] = version.usedIn
  if (first === undefined) return { do: 'remove' }
  return {
    do: 'keep',
    why: more.length === 0 ? `used in ${first}` : `used in ${first} and ${more.length} more`,
  }
}
