import type { CalibrationRating, CalibrationTerm } from './calibration-types.ts'

/** Ratings by place in sorted lists of ids, so that neither the order of rows nor the form of an id matters. */
export type RatingTable = {
  candidates: string[]
  interviewers: string[]
  competencies: string[]
  rows: RatingRow[]
}

/** `rating` is the mean of what this interviewer gave this candidate in this competency. */
export type RatingRow = { candidate: number; interviewer: number; competency: number; rating: number }

/** The parts of a rating that are drawn from a distribution, in the order of the ratios of a model. */
export const randomParts = ['candidate', 'candidateCompetency', 'halo', 'severity'] as const

/** Place in `randomParts`. */
export type PartIndex = number
export const candidatePart = 0
export const competencyPart = 1
export const haloPart = 2
export const severityPart = 3

/**
 * The equations of the model, with the effects that only meet within a group taken together. Groups are candidates, with
 * everything but means and severities inside them; where there are only candidates and severities, and more interviewers than
 * candidates, groups are interviewers, which leaves the smaller system of the two.
 */
export type Design = {
  /** Ratings, and competencies among them. */
  n: number
  means: number
  isByInterviewer: boolean
  parts: { hasPart: boolean[]; counts: number[] }
  /** The columns that groups share: first the means, then one for each interviewer (or candidate). */
  outer: { size: number; part: PartIndex; counts: Float64Array; sums: Float64Array }
  patterns: DesignPattern[]
  groups: DesignGroup[]
  sumOfSquares: number
  /** Taken off every rating of a competency beforehand, for the sake of digits. */
  offsets: Float64Array
}

/** Who rated what, without saying who: groups of one pattern have the same equations but for their ratings. */
export type DesignPattern = {
  /** The part that each inner effect belongs to. */
  innerParts: Int32Array
  /** Columns that a group of this pattern touches: the means, then whoever it meets. */
  width: number
  /** How many ratings two inner effects share, inner × inner. */
  inner: Float64Array
  /** How many ratings an inner effect and a column share, inner × columns. */
  crossed: Float64Array
}

export type DesignGroup = {
  /** Place in the list of patterns. */
  pattern: number
  /** The outer columns that this group's ratings touch, the means first. */
  columns: Int32Array
  sums: Float64Array
}

/** Sorts and numbers the ids, and averages what one interviewer gave one candidate in one competency. */
export function tabulate(ratings: readonly CalibrationRating[]): RatingTable {
  const candidates = listSorted(ratings.map((rating) => rating.candidate))
  const interviewers = listSorted(ratings.map((rating) => rating.interviewer))
  const competencies = listSorted(ratings.map((rating) => rating.competency))
  const candidateAt = placesOf(candidates)
  const interviewerAt = placesOf(interviewers)
  const competencyAt = placesOf(competencies)
  const given = ratings
    .map((rating) => ({
      candidate: candidateAt(rating.candidate),
      interviewer: interviewerAt(rating.interviewer),
      competency: competencyAt(rating.competency),
      rating: rating.rating,
    }))
    .sort(
      (a, b) =>
        a.candidate - b.candidate ||
        a.interviewer - b.interviewer ||
        a.competency - b.competency ||
        a.rating - b.rating,
    )
  const rows: RatingRow[] = []
  let count = 0
  for (const row of given) {
    const last = rows.at(-1)
    if (
      last &&
      last.candidate === row.candidate &&
      last.interviewer === row.interviewer &&
      last.competency === row.competency
    ) {
      count++
      last.rating += (row.rating - last.rating) / count
    } else {
      count = 1
      rows.push(row)
    }
  }
  return { candidates, interviewers, competencies, rows }
}

/** The terms of a model that was given none: with one competency, halo and competency cannot be told from the rest. */
export function defaultTerms(competencies: number): CalibrationTerm[] {
  return competencies > 1 ? ['candidate', 'competency', 'halo', 'severity'] : ['candidate', 'severity']
}

/** Counts, once for a table and its terms, everything that the likelihood needs to know of it. */
export function buildDesign(table: RatingTable, terms: readonly CalibrationTerm[]): Design {
  const { rows } = table
  const means = table.competencies.length
  const hasPart = [
    terms.includes('candidate'),
    terms.includes('competency'),
    terms.includes('halo'),
    terms.includes('severity'),
  ]
  const isByInterviewer =
    !hasPart[competencyPart] &&
    !hasPart[haloPart] &&
    hasPart[severityPart] === true &&
    table.interviewers.length > table.candidates.length
  const offsets = meansOf(rows, means)
  const outerCount = isByInterviewer
    ? table.candidates.length
    : hasPart[severityPart]
      ? table.interviewers.length
      : 0
  const size = means + outerCount
  const outer = {
    size,
    part: isByInterviewer ? candidatePart : severityPart,
    counts: new Float64Array(size * size),
    sums: new Float64Array(size),
  }
  const byGroup = Array.from(
    { length: (isByInterviewer ? table.interviewers : table.candidates).length },
    (): RatingRow[] => [],
  )
  let sumOfSquares = 0
  for (const row of rows) {
    byGroup[isByInterviewer ? row.interviewer : row.candidate]?.push(row)
    const y = row.rating - (offsets[row.competency] ?? 0)
    sumOfSquares += y * y
    const touched = [
      row.competency,
      ...(outerCount > 0 ? [means + (isByInterviewer ? row.candidate : row.interviewer)] : []),
    ]
    for (const i of touched) {
      add(outer.sums, i, y)
      for (const j of touched) add(outer.counts, i * size + j, 1)
    }
  }
  const patterns: DesignPattern[] = []
  const places = new Map<string, number>()
  const groups = byGroup.map((own): DesignGroup => {
    const { columns, sums, ...pattern } = buildGroup(own, {
      means,
      hasPart,
      isByInterviewer,
      hasOuter: outerCount > 0,
      offsets,
    })
    const key = [pattern.width, pattern.innerParts, pattern.inner, pattern.crossed].join(';')
    const place = places.get(key) ?? patterns.push(pattern) - 1
    places.set(key, place)
    return { pattern: place, columns, sums }
  })
  const counts = randomParts.map(
    (_, part) =>
      (part === outer.part ? outerCount : 0) +
      groups.reduce((sum, group) => sum + countOf(patterns[group.pattern], part), 0),
  )
  return {
    n: rows.length,
    means,
    isByInterviewer,
    parts: { hasPart, counts },
    outer,
    patterns,
    groups,
    sumOfSquares,
    offsets,
  }
}

function countOf(pattern: DesignPattern | undefined, part: PartIndex): number {
  return pattern?.innerParts.filter((own) => own === part).length ?? 0
}

type GroupSettings = Pick<Design, 'means' | 'isByInterviewer' | 'offsets'> & {
  hasPart: readonly boolean[]
  hasOuter: boolean
}

/** The inner effects of a group: one of its own, then one for each competency, then one for each interviewer. */
function buildGroup(
  rows: readonly RatingRow[],
  settings: GroupSettings,
): DesignPattern & Pick<DesignGroup, 'columns' | 'sums'> {
  const { means, hasPart, isByInterviewer, hasOuter, offsets } = settings
  const met = listMet(rows, isByInterviewer)
  const metAt = new Map(met.map((other, i) => [other, i]))
  const own = isByInterviewer ? severityPart : candidatePart
  const competencies = hasPart[competencyPart] ? means : 0
  const innerParts = Int32Array.from([
    ...(hasPart[own] ? [own] : []),
    ...Array.from({ length: competencies }, () => competencyPart),
    ...(hasPart[haloPart] ? met.map(() => haloPart) : []),
  ])
  const columns = Int32Array.from([
    ...Array.from({ length: means }, (_, k) => k),
    ...(hasOuter ? met.map((other) => means + other) : []),
  ])
  const size = innerParts.length
  const width = columns.length
  const inner = new Float64Array(size * size)
  const crossed = new Float64Array(size * width)
  const sums = new Float64Array(size)
  const ownCount = hasPart[own] ? 1 : 0
  for (const row of rows) {
    const place = metAt.get(isByInterviewer ? row.candidate : row.interviewer) ?? 0
    const touched = [
      ...(hasPart[own] ? [0] : []),
      ...(hasPart[competencyPart] ? [ownCount + row.competency] : []),
      ...(hasPart[haloPart] ? [ownCount + competencies + place] : []),
    ]
    const touchedColumns = [row.competency, ...(hasOuter ? [means + place] : [])]
    const y = row.rating - (offsets[row.competency] ?? 0)
    for (const i of touched) {
      add(sums, i, y)
      for (const j of touched) add(inner, i * size + j, 1)
      for (const j of touchedColumns) add(crossed, i * width + j, 1)
    }
  }
  return { innerParts, width, columns, inner, crossed, sums }
}

/** Whoever a group meets, by what they rated first: whose place is whose must not make another pattern. */
function listMet(rows: readonly RatingRow[], isByInterviewer: boolean): number[] {
  const rated = new Map<number, string>()
  for (const { candidate, interviewer, competency } of rows) {
    const other = isByInterviewer ? candidate : interviewer
    rated.set(other, `${rated.get(other) ?? ''} ${competency}`)
  }
  return [...rated].sort(([a, one], [b, two]) => (one === two ? a - b : one < two ? -1 : 1)).map(([i]) => i)
}

function meansOf(rows: readonly RatingRow[], competencies: number): Float64Array {
  const sums = new Float64Array(competencies)
  const counts = new Float64Array(competencies)
  for (const row of rows) {
    add(sums, row.competency, row.rating)
    add(counts, row.competency, 1)
  }
  return sums.map((sum, k) => sum / (counts[k] ?? 1))
}

function add(values: Float64Array, i: number, value: number): void {
  values[i] = (values[i] ?? 0) + value
}

function listSorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1))
}

function placesOf(ids: readonly string[]): (id: string) => number {
  const places = new Map(ids.map((id, i) => [id, i]))
  return (id) => places.get(id) ?? -1
}
