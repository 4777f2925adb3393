import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { findCompetencyNames } from '../content-store.server.ts'
import { clipAroundMatch, hasMatch, matchSigns, readSegments } from './found-text.ts'
import type { BankQuestion } from '../question.ts'
import type { FoundElsewhere, QuestionRow } from '../question-search.ts'
import { listQuestionsByIds } from '../question-store.server.ts'
import { detailLines } from '../question-text.ts'

/** The rows of the full text that fit an expression, the best first: words of a title weigh most, then the prompt's. */
export function listMatches(db: Db, expression: string): number[] {
  return db
    .values<[number]>(
      sql`SELECT rowid FROM question_search WHERE question_search MATCH ${expression}
          ORDER BY bm25(question_search, 0, 20, 4, 2, 1), rowid`,
    )
    .map(([row]) => row)
}

type MarkedTexts = { questionId: string; title: string; prompt: string; intent: string; details: string }

/** The texts of these rows with signs around what the expression finds. */
function listMarkedTexts(db: Db, expression: string, rows: readonly number[]): MarkedTexts[] {
  const { open, close } = matchSigns
  const mark = (column: number) =>
    sql`highlight(question_search, ${sql.raw(String(column))}, ${open}, ${close})`
  // The plus keeps the row out of the index's own plan, which would run the whole match once for each row.
  return db.all<MarkedTexts>(sql`
    SELECT question_id AS questionId, ${mark(1)} AS title, ${mark(2)} AS prompt, ${mark(3)} AS intent,
      ${mark(4)} AS details
    FROM question_search WHERE question_search MATCH ${expression}
      AND +rowid IN (SELECT value FROM json_each(${JSON.stringify(rows)}))`)
}

/** The words that an expression finds in the first texts it finds, as they are written there. */
export function listFoundWords(db: Db, expression: string): string[] {
  const first = listMatches(db, expression).slice(0, 20)
  return listMarkedTexts(db, expression, first).flatMap(({ title, prompt, intent, details }) =>
    readSegments([title, prompt, intent, details].join('\n'))
      .filter((segment) => segment.isMatch)
      .map((segment) => segment.text),
  )
}

/**
 * Questions as lists show them, in the order of their ids.
 * @param match the expression that found them and their rows in the full text; null when no text was typed
 */
export function listQuestionRows(
  db: Db,
  ids: readonly string[],
  match: { expression: string; rows: readonly number[] } | null,
): QuestionRow[] {
  const names = findCompetencyNames(db)
  const marked = new Map(
    match ? listMarkedTexts(db, match.expression, match.rows).map((texts) => [texts.questionId, texts]) : [],
  )
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
  const isShown = !marked || [found.title, found.prompt, found.intent].some(hasMatch)
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
    found: { ...found, elsewhere: isShown ? null : findElsewhere(question, marked.details, names) },
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
