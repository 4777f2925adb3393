import type { When } from '#app/lib/dates.ts'
import { comparableName } from './candidate.ts'

export const candidateStates = ['active', 'no-panel', 'withdrawn', 'erased'] as const
export type CandidateState = (typeof candidateStates)[number]

export type CandidateListItem = {
  id: string
  name: string
  code: string
  email: string | null
  state: CandidateState
  panels: { applicationId: string; id: string; name: string; isWithdrawn: boolean }[]
  planned: number
  nextAtMs: number | null
  createdAtMs: number
}
/** A row of the page shown; only these get their moments in words. */
export type CandidateListRow = CandidateListItem & { next: When | null; added: When }

export type CandidateListQuery = {
  search: string
  states: readonly string[]
  panelIds: readonly string[]
  sorting: readonly { id: string; desc: boolean }[]
  page: number
}

export type CandidateList = {
  rows: CandidateListItem[]
  shown: number
  all: number
  page: number
  pages: number
  states: { state: CandidateState; count: number }[]
  panels: { id: string; name: string; count: number }[]
}

const pageSize = 50

/** Where somebody stands: on a panel, on none, withdrawn from all, erased. */
export function stateOf(
  candidate: { erasedAtMs: number | null },
  panels: readonly { isWithdrawn: boolean }[],
): CandidateState {
  if (candidate.erasedAtMs !== null) return 'erased'
  if (panels.length === 0) return 'no-panel'
  return panels.every((panel) => panel.isWithdrawn) ? 'withdrawn' : 'active'
}

/** The page of candidates that a query asks for, with the counts of its filters. Erased ones show only when asked for. */
export function selectCandidates(
  items: readonly CandidateListItem[],
  query: CandidateListQuery,
): CandidateList {
  const words = comparableName(query.search).split(' ').filter(Boolean)
  const found = items.filter((item) => {
    const text = comparableName(`${item.name} ${item.code} ${item.email ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  const hasState = (item: CandidateListItem) =>
    query.states.length === 0 ? item.state !== 'erased' : query.states.includes(item.state)
  const hasPanel = (item: CandidateListItem) =>
    query.panelIds.length === 0 || item.panels.some((panel) => query.panelIds.includes(panel.id))
  const chosen = found.filter((item) => hasState(item) && hasPanel(item)).toSorted(compareBy(query.sorting))
  const pages = Math.max(1, Math.ceil(chosen.length / pageSize))
  const page = Math.min(query.page, pages)
  const panels = new Map(items.flatMap((item) => item.panels.map((panel) => [panel.id, panel.name])))
  return {
    rows: chosen.slice((page - 1) * pageSize, page * pageSize),
    shown: chosen.length,
    all: items.length,
    page,
    pages,
    states: candidateStates
      .map((state) => ({
        state,
        count: found.filter((item) => hasPanel(item) && item.state === state).length,
      }))
      .filter(({ state, count }) => count > 0 || query.states.includes(state)),
    panels: [...panels]
      .map(([id, name]) => ({
        id,
        name,
        count: found.filter((item) => hasState(item) && item.panels.some((panel) => panel.id === id)).length,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  }
}

const keys: Record<string, (item: CandidateListItem) => string | number | null> = {
  name: (item) => comparableName(item.name),
  code: (item) => item.code,
  planned: (item) => item.planned,
  next: (item) => item.nextAtMs,
  added: (item) => item.createdAtMs,
}

function compareBy(sorting: CandidateListQuery['sorting']) {
  return (a: CandidateListItem, b: CandidateListItem): number => {
    for (const { id, desc } of sorting) {
      const one = keys[id]?.(a) ?? null
      const two = keys[id]?.(b) ?? null
      if (one === two) continue
      // What is missing stands last in either direction.
      if (one === null) return 1
      if (two === null) return -1
      const order =
        typeof one === 'string' && typeof two === 'string'
          ? one.localeCompare(two, 'en')
          : Number(one) - Number(two)
      if (order !== 0) return desc ? -order : order
    }
    return 0
  }
}
