import { groupConnected } from '#app/domains/measurement/connectivity.ts'
import { listEntries, type Entry, type StrayCell } from './entries.ts'
import { readRatingCell, type RoundScale } from './rating-value.ts'
import type { Reading } from './reading.ts'
import { comparable, type SheetRow } from './sheet.ts'

/** What somebody has decided about a file, beside how it is read. */
export type RoundRule = {
  reading: Reading
  scale: RoundScale
  /** In comparable form. */
  missing: ReadonlySet<string>
  /** By the word in comparable form: the level it means, or null for missing. */
  settled: ReadonlyMap<string, number | null>
  /** Which of two ratings of the same thing counts; undecided while undefined. */
  twice: 'first' | 'last' | undefined
  /** What happens to ratings without a name; undecided while undefined. */
  nameless: 'leave' | 'above' | undefined
  /** Whether names that differ in capitals alone stay two. */
  isApart: boolean
}

export type PreparedRating = Omit<Entry, 'value'> & { level: number }

/** A value that nobody can read yet: how often it stands where. */
export type UnknownValue = {
  /** As it stands in the file, first. */
  value: string
  reason: 'unknown' | 'outside'
  count: number
  /** From 1, in rising order. */
  columns: number[]
  /** Where it stands first. */
  line: number
  /** What somebody said it means: a level, null for missing, undefined while nobody has. */
  settled: number | null | undefined
}

/** Two figures for the same candidate, interviewer, competency and question. */
export type Repeat = { first: Entry; again: Entry }

/** A round as the file would give it, and what is still to be decided. */
export type PreparedRound = {
  candidates: string[]
  interviewers: string[]
  competencies: string[]
  ratings: PreparedRating[]
  /** Cells that say that there is no rating, empty ones among them. */
  missing: number
  unknown: UnknownValue[]
  repeats: Repeat[]
  /** Ratings without a candidate, an interviewer or a competency. */
  nameless: Entry[]
  /** Spellings that were taken as one. */
  merged: string[][]
  stray: StrayCell[]
  /** Candidates in each group that shares an interviewer, the largest first. */
  groups: number[]
}

/** Reads a file under a rule; the same file and rule give the same round. */
export function prepareRound(rows: readonly SheetRow[], rule: RoundRule): PreparedRound {
  const { entries, stray } = listEntries(rows, rule.reading, rule.nameless === 'above')
  const unknown = new Map<string, UnknownValue>()
  const nameless: Entry[] = []
  const seen = new Map<string, { entry: Entry; rating: PreparedRating }>()
  const repeats: Repeat[] = []
  const candidates = nameKeeper(rule.isApart)
  const interviewers = nameKeeper(rule.isApart)
  const competencies = nameKeeper(rule.isApart)
  const questions = nameKeeper(rule.isApart)
  let missing = 0
  for (const entry of entries) {
    const read = readRatingCell(entry.value, rule)
    if (read.kind === 'missing') {
      missing++
      continue
    }
    if (!entry.candidate || !entry.interviewer || !entry.competency) {
      nameless.push(entry)
      continue
    }
    const settled = rule.settled.get(comparable(entry.value))
    if (read.kind !== 'rated') {
      noteUnknown(unknown, entry, { reason: read.kind, settled })
      if (settled === null) missing++
    }
    const level = read.kind === 'rated' ? read.level : settled
    if (level === undefined || level === null) continue
    const { value: _, ...place } = entry
    const rating = {
      ...place,
      candidate: candidates.keep(entry.candidate),
      interviewer: interviewers.keep(entry.interviewer),
      competency: competencies.keep(entry.competency),
      question: entry.question === null ? null : questions.keep(entry.question),
      level,
    }
    const key = JSON.stringify([rating.candidate, rating.interviewer, rating.competency, rating.question])
    const former = seen.get(key)
    if (former && former.rating.level !== rating.level) repeats.push({ first: former.entry, again: entry })
    if (!former || rule.twice === 'last') seen.set(key, { entry, rating })
  }
  const ratings = [...seen.values()].map(({ rating }) => rating)
  return {
    candidates: candidates.list(),
    interviewers: interviewers.list(),
    competencies: orderByColumn(competencies.list(), ratings),
    ratings,
    missing,
    unknown: [...unknown.values()].sort((a, b) => b.count - a.count),
    repeats,
    nameless,
    merged: [candidates, interviewers, competencies, questions].flatMap((keeper) => keeper.listMerged()),
    stray,
    groups: countGroups(candidates.list(), interviewers.list(), ratings),
  }
}

/** In the order of the columns where each has its own, else as they come. */
function orderByColumn(competencies: readonly string[], ratings: readonly PreparedRating[]): string[] {
  const columns = new Map<string, number>()
  for (const { competency, column } of ratings)
    columns.set(competency, Math.min(column, columns.get(competency) ?? column))
  return competencies.toSorted((a, b) => (columns.get(a) ?? 0) - (columns.get(b) ?? 0))
}

function noteUnknown(
  unknown: Map<string, UnknownValue>,
  { value, line, column }: Entry,
  given: Pick<UnknownValue, 'reason' | 'settled'>,
): void {
  const word = comparable(value)
  const group = unknown.get(word) ?? { value, line, ...given, count: 0, columns: [] }
  group.count++
  if (!group.columns.includes(column)) group.columns = [...group.columns, column].sort((a, b) => a - b)
  unknown.set(word, group)
}

/** Keeps one spelling of each name, the first that came. */
function nameKeeper(isApart: boolean) {
  const spellings = new Map<string, string[]>()
  return {
    keep(name: string): string {
      const key = isApart ? name : comparable(name)
      const known = spellings.get(key) ?? []
      if (!known.includes(name)) spellings.set(key, [...known, name])
      return known[0] ?? name
    },
    list: () => [...spellings.values()].flatMap(([first]) => first ?? []),
    listMerged: () => [...spellings.values()].filter((names) => names.length > 1),
  }
}

function countGroups(
  candidates: readonly string[],
  interviewers: readonly string[],
  ratings: readonly PreparedRating[],
): number[] {
  const placeOf = (names: readonly string[]) => new Map(names.map((name, i) => [name, i]))
  const [byCandidate, byInterviewer] = [placeOf(candidates), placeOf(interviewers)]
  const meetings = ratings.map(({ candidate, interviewer }) => ({
    candidate: byCandidate.get(candidate) ?? 0,
    interviewer: byInterviewer.get(interviewer) ?? 0,
  }))
  return groupConnected(candidates.length, meetings).map((group) => group.length)
}
