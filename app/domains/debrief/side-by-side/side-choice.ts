/** How many candidates stand side by side. */
export const fewestSides = 2
export const mostSides = 5

/** What comes first: where interviewers disagree, or as the panel has it. */
export type SideOrder = 'disagreements' | 'panel'

/** What a reader chose to see side by side; all of it lives in the URL. */
export type SideChoice = {
  /** Application ids, each once, in the order of the columns. */
  ids: string[]
  order: SideOrder
  isOnlyDifferent: boolean
}

/** The same as the query of an address. */
export type SideQuery = { ids?: string; order?: 'panel'; only?: 'different' }

/** Reads `?ids=a,b&order=panel&only=different`; a form sends `ids=a&ids=b`, which says the same. */
export function readSideChoice(params: URLSearchParams): SideChoice {
  const ids = params.getAll('ids').flatMap((list) => list.split(',').filter(Boolean))
  return {
    ids: [...new Set(ids)],
    order: params.get('order') === 'panel' ? 'panel' : 'disagreements',
    isOnlyDifferent: params.get('only') === 'different',
  }
}

/** The query of an address that shows this choice; defaults leave no trace. */
export function writeSideChoice({ ids, order, isOnlyDifferent }: Readonly<SideChoice>): SideQuery {
  return {
    ...(ids.length > 0 ? { ids: ids.join(',') } : {}),
    ...(order === 'panel' ? { order } : {}),
    ...(isOnlyDifferent ? { only: 'different' } : {}),
  }
}

/** Whether so many candidates can stand side by side. */
export function fitsSideBySide(count: number): boolean {
  return count >= fewestSides && count <= mostSides
}
