import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { findCompetencyNames } from '../content-store.server.ts'
import { clipAroundMatch, hasMatch, matchSigns, readSegments } from './found-text.ts'
import type { BankQuestion } from '../question.ts'
import type { FoundElsewhere, QuestionRow, Slice } from '../question-search.ts'
import { listQuestionsByIds } from '../question-store.server.ts'
import { detailLines } from '../question-text.ts'

/** The rows of the full text that an expression finds, in no order. */
export function listHits(db: Db, expression: string): number[] {
  return db.$client
    .prepare<[string], number>('SELECT rowid FROM question_search WHERE question_search MATCH ?')
    .pluck()
    .all(expression)
}

/**
 * The best finds of an expression: words of a title weigh most, then the prompt's, then the intent's.
 * @param rows the rows that may be given; null for all
 * @returns rows of the full text, the best first
 */
export function listBest(
  db: Db,
  expression: string,
  rows: readonly number[] | null,
  { offset, limit }: Slice,
): number[] {
  return db
    .values<[number]>(
      sql`SELECT rowid FROM question_search WHERE question_search MATCH ${expression} ${within(rows)}
          ORDER BY bm25(question_search, 0, 20, 4, 2, 1), rowid LIMIT ${limit} OFFSET ${offset}`,
    )
    .map(([row]) => row)
}

/** The plus keeps the rows from being looked up one by one, each with a match of its own. */
function within(rows: readonly number[] | null): SQL {
  return rows ? sql`AND +rowid IN (SELECT value FROM json_each(${JSON.stringify(rows)}))` : sql``
}

/** A question's texts with signs around what was found; `details` only when no other text shows it. */
export type MarkedTexts = {
  questionId: string
  title: string
  prompt: string
  intent: string
  details: string
}

/** The marked texts of some rows, in no order. */
export function listMarkedTexts(db: Db, expression: string, rows: readonly number[]): MarkedTexts[] {
  const [title, prompt, intent, details] = [mark(1), mark(2), mark(3), mark(4)]
  const isShown = sql`instr(${title} || ${prompt} || ${intent}, ${matchSigns.open}) > 0`
  return db.all<MarkedTexts>(sql`
    SELECT question_id AS questionId, ${title} AS title, ${prompt} AS prompt, ${intent} AS intent,
      iif(${isShown}, '', ${details}) AS details
    FROM question_search WHERE question_search MATCH ${expression} ${within(rows)}`)
}

function mark(column: number): SQL {
  return sql`highlight(question_search, ${sql.raw(String(column))}, ${matchSigns.open}, ${matchSigns.close})`
}

/** Words that an expression finds, as they are written in some of the texts. */
export function listFoundWords(db: Db, expression: string): string[] {
  const texts = db.values<[string, string, string, string]>(sql`
    SELECT ${mark(1)}, ${mark(2)}, ${mark(3)}, ${mark(4)}
    FROM question_search WHERE question_search MATCH ${expression} LIMIT 12`)
  return texts.flatMap((columns) =>
    readSegments(columns.join('\n'))
      .filter((segment) => segment.isMatch)
      .map((segment) => segment.text),
  )
}

/**
 * Questions as lists show them, in the order of their ids.
 * @param marked what was found in them; empty when no word was typed
 */
export function listQuestionRows(
  db: Db,
  ids: readonly string[],
  marked: ReadonlyMap<string, MarkedTexts>,
): QuestionRow[] {
  const names = findCompetencyNames(db)
  const byId = new Map(listQuestionsByIds(db, ids).map((question) => [question.id, question]))
  return ids.flatMap((id) => {
    const question = byId.get(id)
    return question ? [rowOf(question, marked.get(id), names)] : []
  })
}

function rowOf(
  question: BankQuestion,
  marked: MarkedTexts | undefined,
  names: ReadonlyMap<string, string>,
): QuestionRow {
  const { id, versionId, isArchived, content } = question
  const { title, prompt, intent, kind, difficulty, minutes, rubrics } = content
  const named = (competency: string) => ({ id: competency, name: names.get(competency) ?? competency })
  const found = {
    title: readSegments(marked?.title ?? title),
    prompt: readSegments(marked?.prompt ?? prompt),
    intent: readSegments(marked?.intent ?? intent),
  }
  return {
    id,
    versionId,
    title,
    prompt,
    intent,
    kind,
    difficulty,
    minutes,
    isArchived,
    competency: named(content.primaryCompetency),
    otherCompetencies: content.otherCompetencies.map(named),
    scales: rubrics.map((rubric) => rubric.scale),
    found: { ...found, elsewhere: marked?.details ? findElsewhere(question, marked.details, names) : null },
  }
}

const mostOfLine = 160

/** The first of the other lines that has a match. */
function findElsewhere(
  { content }: BankQuestion,
  markedDetails: string,
  names: ReadonlyMap<string, string>,
): FoundElsewhere | null {
  const lines = markedDetails.split('\n').map(readSegments)
  const at = lines.findIndex(hasMatch)
  const place = detailLines(content, names)[at]?.place
  return place ? { place, segments: clipAroundMatch(lines[at] ?? [], mostOfLine) } : null
}
