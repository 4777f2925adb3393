import { splitLabel, type Line } from './lines.ts'
import { comparableWords, findDifficulty, findField, type Field } from './vocabulary.ts'
import { countPersons, isToldInStages } from './wording.ts'

const often = 3
const longText = 60
/** Numbered, but not with questions: pages, chapters. */
const countedElsewhere: ReadonlySet<string> = new Set(
  'page|seite|página|pagina|chapter|kapitel|section|part|teil|slide|figure|table|step|schritt|day|week|round|level|version|http|error'.split(
    '|',
  ),
)
const marker =
  /^(\p{L}[\p{L} ]{0,24}?) ?[#№]?(\d{1,4})(\s*[([][^()[\]]{3,20}[)\]])?(?:\s*[.:)–—-]+\s*(.*))?$/u

/**
 * Learns from what comes again and again: labels that no list of words knows, how explanations begin, what numbers the
 * questions, and what is furniture of the page. Changes the lines.
 */
export function learnFromRepetition(lines: readonly Line[]): void {
  learnMarkers(lines)
  learnInlineLabels(lines)
  learnStandingLines(lines)
  learnReasons(lines)
}

function learnMarkers(lines: readonly Line[]): void {
  const found = new Map<string, { line: Line; number: number; rest: string }[]>()
  for (const line of lines) {
    if (line.mark !== 'none' && line.mark !== 'heading') continue
    const match = line.text.length > 2000 ? null : marker.exec(line.text)
    if (!match?.[1] || countedElsewhere.has(comparableWords(match[1]))) continue
    const words = comparableWords(match[1])
    const entry = { line, number: Number(match[2]), rest: `${match[3] ?? ''} ${match[4] ?? ''}`.trim() }
    const list = found.get(words)
    if (list) list.push(entry)
    else found.set(words, [entry])
  }
  const known = [...found.keys()].some((words) => findField(words) === 'question')
  for (const [words, entries] of found) {
    const counts =
      entries.length >= 2 && entries.every((entry, i) => entry.number > (entries[i - 1]?.number ?? 0))
    const field = findField(words) ?? (counts && !known ? 'question' : undefined)
    if (field !== 'question' && field !== 'answer') continue
    for (const { line, number, rest } of entries) {
      line.label = { field, value: rest }
      if (field === 'question') line.number = number
    }
  }
}

function learnInlineLabels(lines: readonly Line[]): void {
  const found = new Map<string, { line: Line; value: string }[]>()
  for (const line of lines) {
    if (line.label || line.mark === 'rule' || isToldInStages(line.text)) continue
    const split = splitLabel(line.text)
    const words = split ? comparableWords(split.words) : ''
    if (!split || words === '' || split.value === '' || words.split(' ').length > 4) continue
    const list = found.get(words)
    if (list) list.push({ line, value: split.value })
    else found.set(words, [{ line, value: split.value }])
  }
  for (const entries of found.values()) {
    const field = entries.length < often ? undefined : guessInlineField(entries, lines)
    if (field) for (const { line, value } of entries) line.label = { field, value }
  }
}

function guessInlineField(
  entries: readonly { line: Line; value: string }[],
  lines: readonly Line[],
): Field | undefined {
  if (entries.every(({ value }) => findDifficulty(value) !== undefined)) return 'difficulty'
  if (2 * entries.filter(({ line }) => line.isAsked).length >= entries.length) return 'question'
  const length = entries.reduce((sum, { value }) => sum + value.length, 0)
  const hasAnswers = lines.some((line) => line.label?.field === 'answer')
  return !hasAnswers && length >= longText * entries.length ? 'answer' : undefined
}

function learnStandingLines(lines: readonly Line[]): void {
  const found = new Map<string, number[]>()
  lines.forEach((line, i) => {
    if (line.label || (line.mark !== 'none' && line.mark !== 'heading')) return
    const words = standingWords(line)
    const list = found.get(words)
    if (list) list.push(i)
    else found.set(words, [i])
  })
  const standing = [...found.values()].filter((places) => places.length >= often)
  for (const i of standing.flat()) {
    const line = lines[i]
    if (line) line.isFurniture = true
  }
  for (const places of standing) {
    const leading = places.filter((i) => leadsToText(lines, i)).length
    if (leading < 0.7 * places.length) continue
    const hasAnswers = lines.some((line) => line.label?.field === 'answer')
    for (const i of places) {
      const line = lines[i]
      if (!line) continue
      line.isFurniture = false
      line.label = { field: hasAnswers ? 'other' : 'answer', value: '' }
    }
  }
}

/** The words of a line without its signs; “Page 3 of 9” is the same as “Page 4 of 9”. */
function standingWords(line: Line): string {
  const words = comparableWords(line.text)
  return line.isAsked || words.length > 30 ? words : words.replace(/\d+/g, '#')
}

/** Whether a line stands as a heading does: something shorter before it, a long text behind it. */
function leadsToText(lines: readonly Line[], i: number): boolean {
  const before = lines[i - 1]
  const next = lines[i + 1]
  if (!before || !next || (lines[i]?.text.length ?? 0) > longText) return false
  if (next.isFurniture || next.label || next.isAsked || next.mark === 'rule') return false
  return next.text.length >= longText && next.text.length > before.text.length
}

function learnReasons(lines: readonly Line[]): void {
  const found = new Map<string, Line[]>()
  for (const line of lines) {
    if (line.label || line.isAsked || line.isFurniture || line.mark !== 'none') continue
    const words = line.text.slice(0, 120).split(/\s+/, 10)
    if (words.length < 10) continue
    const opening = words.slice(0, 3).join(' ').toLowerCase()
    const list = found.get(opening)
    if (list) list.push(line)
    else found.set(opening, [line])
  }
  for (const [opening, all] of found) {
    if (all.length < often || countPersons(opening).first > 0) continue
    for (const line of all) line.isReason = true
  }
}
