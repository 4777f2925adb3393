import type { FieldErrors } from '#app/lib/result.ts'
import { prepareRound, type PreparedRound, type RoundRule } from './prepare-round.ts'
import { readMissing, readNumber, type KnownScale, type RoundScale } from './rating-value.ts'
import { readHeadings } from './reading.ts'
import { readScale, type RoundSettings } from './round-settings.ts'
import { comparable, letterOf, tidy, type SheetRow } from './sheet.ts'

/** A column as the preview shows it, with what stands in its first cells. */
export type ColumnSample = { letter: string; heading: string; samples: string[] }

/** What a file would give, shown before anything is stored. */
export type RoundPreview = {
  settings: RoundSettings
  columns: ColumnSample[]
  levels: { value: number; label: string }[]
  counts: { candidates: number; interviewers: number; competencies: number; ratings: number; missing: number }
  competencies: { name: string; ratings: number; weight: string; bar: string }[]
  unknown: { value: string; words: string; to: string }[]
  /** Values that are not listed, because there are too many. */
  moreUnknown: number
  repeats: { count: number; examples: string[] }
  nameless: { count: number; examples: string[] }
  merged: string[][]
  stray: { count: number; examples: string[] }
  groups: number[]
  errors: FieldErrors
}

const mostUnknown = 200
const mostExamples = 5
const mostCompetencies = 50
const longestName = 120
const samples = 3

/** A round that can be stored as it is. */
export type ReadyRound = { prepared: PreparedRound; scale: RoundScale; weights: WeightAndBar[] }
export type WeightAndBar = { name: string; weight: number; gate: number | null }

/**
 * Reads a file under the settings of the form.
 * @returns what to show, and the round itself once nothing is left to be decided
 */
export function previewRound(
  rows: readonly SheetRow[],
  settings: RoundSettings,
  scales: readonly KnownScale[],
): { preview: RoundPreview; prepared: PreparedRound; ready: ReadyRound | undefined } {
  const errors: FieldErrors = {}
  const note = (field: string, message: string) => {
    errors[field] = [...(errors[field] ?? []), message]
  }
  const chosen = readScale(settings, scales)
  if ('problem' in chosen) note(chosen.field, chosen.problem)
  const scale = 'scale' in chosen ? chosen.scale : { levels: [] }
  const rule = ruleOf(settings, scale)
  const prepared = prepareRound(rows, rule)
  const headings = readHeadings(rows, settings.reading.heads)
  const placeOf = (line: number, column: number) => placeWords(headings, line, column)
  if ('scale' in chosen) judge(prepared, rule, { note, settings })
  const weights = readWeights(prepared.competencies, settings, { scale, note })
  const perCompetency = countBy(prepared)
  const preview: RoundPreview = {
    settings,
    columns: headings.map((heading, i) => ({
      letter: letterOf(i + 1),
      heading,
      samples: sampleColumn(rows.slice(settings.reading.heads), i),
    })),
    levels: scale.levels,
    counts: {
      candidates: prepared.candidates.length,
      interviewers: prepared.interviewers.length,
      competencies: prepared.competencies.length,
      ratings: prepared.ratings.length,
      missing: prepared.missing,
    },
    competencies: prepared.competencies.slice(0, mostCompetencies).map((name) => ({
      name,
      ratings: perCompetency.get(name) ?? 0,
      weight: settings.competencies.find((one) => one.name === name)?.weight || '1',
      bar: settings.competencies.find((one) => one.name === name)?.bar ?? '',
    })),
    unknown: prepared.unknown.slice(0, mostUnknown).map((value) => ({
      value: value.value,
      words: unknownWords(value, headings),
      to: value.settled === undefined ? '' : value.settled === null ? 'missing' : String(value.settled),
    })),
    moreUnknown: Math.max(0, prepared.unknown.length - mostUnknown),
    repeats: exampled(
      prepared.repeats,
      ({ first, again }) =>
        `${first.candidate}, ${first.interviewer}, ${first.competency}: “${first.value}” in ${placeOf(first.line, first.column)}, “${again.value}” in ${placeOf(again.line, again.column)}`,
    ),
    nameless: exampled(
      prepared.nameless,
      (entry) => `“${entry.value}” in ${placeOf(entry.line, entry.column)} has no ${lackOf(entry)}`,
    ),
    merged: prepared.merged.slice(0, 20),
    stray: exampled(prepared.stray, (cell) => `“${cell.value}” in ${placeOf(cell.line, cell.column)}`),
    groups: prepared.groups,
    errors,
  }
  const isReady = Object.keys(errors).length === 0
  return { preview, prepared, ready: isReady ? { prepared, scale, weights } : undefined }
}

function ruleOf(settings: RoundSettings, scale: RoundScale): RoundRule {
  const values = new Set(scale.levels.map((level) => level.value))
  const settled = settings.settled.flatMap(({ word, to }): [string, number | null][] => {
    if (to === 'missing') return [[comparable(word), null]]
    const level = readNumber(to)
    return level !== undefined && values.has(level) ? [[comparable(word), level]] : []
  })
  return {
    reading: settings.reading,
    scale,
    missing: readMissing(settings.missing),
    settled: new Map(settled),
    twice: settings.twice || undefined,
    nameless: settings.nameless || undefined,
    isApart: settings.isApart,
  }
}

type Noting = { note: (field: string, message: string) => void }

/** Notes whatever must be decided or mended before the round can be stored. */
function judge(
  prepared: PreparedRound,
  { reading, twice, nameless }: RoundRule,
  { note, settings }: Noting & { settings: RoundSettings },
): void {
  const { uses, layout } = reading
  if (settings.name === '') note('name', 'Give the round a name.')
  if (settings.name.length > longestName) note('name', `Shorten the name to ${longestName} characters.`)
  const needs =
    layout === 'pairs'
      ? (['candidate', 'rating'] as const)
      : (['candidate', 'interviewer', 'rating'] as const)
  const lacking = needs.filter((use) => !uses.includes(use))
  if (lacking.length > 0) {
    note('columns', `No column is taken as ${lacking.join(', none as ')}. Choose one, or another layout.`)
    return
  }
  for (const use of ['candidate', 'interviewer'] as const)
    if (uses.filter((one) => one === use).length > 1)
      note('columns', `Two columns are taken as ${use}. Choose one and leave the other out.`)
  const open = prepared.unknown.filter((value) => value.settled === undefined).length
  if (open > 0)
    note(
      'unknown',
      open === 1
        ? 'Say what the value that is not on the scale means.'
        : `Say what each of the ${open} values that are not on the scale means.`,
    )
  else if (prepared.ratings.length === 0)
    note(
      'columns',
      'There is no rating in the columns taken as such. Choose other columns, or another layout.',
    )
  if (prepared.repeats.length > 0 && !twice) note('twice', 'Choose which of two ratings counts.')
  if (prepared.nameless.length > 0 && nameless !== 'leave')
    note(
      'nameless',
      nameless === 'above'
        ? 'Some ratings still have no name above them. Leave them out, or mend the file.'
        : 'Choose what happens to ratings without a name.',
    )
  if (prepared.competencies.length > mostCompetencies)
    note(
      'columns',
      `That makes ${prepared.competencies.length} competencies; ${mostCompetencies} can be compared. Another column may hold them.`,
    )
  const long = [...prepared.candidates, ...prepared.interviewers, ...prepared.competencies].find(
    (name) => name.length > longestName,
  )
  if (long)
    note('columns', `“${long.slice(0, 40)}…” is too long for a name. Another column may hold the names.`)
}

function readWeights(
  names: readonly string[],
  { competencies }: RoundSettings,
  { scale, note }: Noting & { scale: RoundScale },
): WeightAndBar[] {
  const values = scale.levels.map((level) => level.value)
  return names.map((name, i) => {
    const typed = competencies.find((one) => one.name === name)
    const weight = readNumber(typed?.weight || '1')
    if (weight === undefined || weight <= 0 || weight > 100)
      note(`weight.${i}`, `${name}: enter a weight above 0, at most 100.`)
    const gate = typed?.bar ? readNumber(typed.bar) : null
    if (gate === undefined || (gate !== null && (gate < Math.min(...values) || gate > Math.max(...values))))
      note(`bar.${i}`, `${name}: enter a bar on the scale, or leave it empty.`)
    return { name, weight: weight ?? 1, gate: gate ?? null }
  })
}

function countBy({ ratings }: PreparedRound): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { competency } of ratings) counts.set(competency, (counts.get(competency) ?? 0) + 1)
  return counts
}

/** "row 7, column F (API design)". */
function placeWords(headings: readonly string[], line: number, column: number): string {
  return `row ${line}, ${columnWords(headings, column)}`
}

function columnWords(headings: readonly string[], column: number): string {
  const heading = headings[column - 1]
  return `column ${letterOf(column)}${heading ? ` (${heading})` : ''}`
}

function unknownWords(value: PreparedRound['unknown'][number], headings: readonly string[]): string {
  const [first, ...others] = value.columns
  const where =
    first === undefined
      ? ''
      : others.length === 0
        ? `in ${columnWords(headings, first)}`
        : `in columns ${value.columns.map(letterOf).join(', ')}`
  const times =
    value.count === 1 ? `in row ${value.line}` : `${value.count} times, first in row ${value.line}`
  const why = value.reason === 'outside' ? ', outside the scale' : ''
  return `${times}, ${where}${why}`
}

function lackOf(entry: { candidate: string; interviewer: string; competency: string }): string {
  const lacking = (['candidate', 'interviewer', 'competency'] as const).filter((part) => entry[part] === '')
  return lacking.join(' and no ')
}

function exampled<T>(all: readonly T[], words: (one: T) => string): { count: number; examples: string[] } {
  return { count: all.length, examples: all.slice(0, mostExamples).map(words) }
}

function sampleColumn(rows: readonly SheetRow[], column: number): string[] {
  const found = new Set<string>()
  for (const row of rows) {
    const cell = tidy(row.cells[column] ?? '')
    if (cell !== '') found.add(cell.slice(0, 40))
    if (found.size === samples) break
  }
  return [...found]
}
