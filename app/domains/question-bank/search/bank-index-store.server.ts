import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { makeKnownStem, type KnownStem } from './nearest-word.ts'
import { buildBankIndex, type BankIndex, type IndexedQuestion } from './question-facets.ts'

/** The bank in memory: what searches filter, count and sort by, and where the full text keeps each question. */
export type HeldBank = {
  index: BankIndex
  /** The place in the index of each row of the full text. */
  placeOfRow: ReadonlyMap<number, number>
  /** The row of the full text of each place. */
  rowOfPlace: readonly number[]
  /** Every stem of the full text; read when first asked for. */
  listStems: () => readonly KnownStem[]
}

type Current = { id: string; versionId: string; isArchived: number; isUsed: number; searchRow: number }
type Body = Pick<
  IndexedQuestion,
  'title' | 'minutes' | 'kind' | 'difficulty' | 'primaryCompetency' | 'competencies' | 'roles' | 'tags'
>
type Held = { stamp: string; currents: string; bodies: Map<string, Body>; bank: HeldBank }

const heldOf = new WeakMap<object, Held>()

/**
 * The bank as it stands in the database. What was read before is used again as long as nobody wrote, and after a write
 * only versions that are new are read.
 */
export function readBank(db: Db): HeldBank {
  const held = heldOf.get(db.$client)
  const stamp = readStamp(db)
  if (held?.stamp === stamp) return held.bank
  const currents = listCurrents(db)
  const fingerprint = JSON.stringify(currents)
  if (held?.currents === fingerprint) {
    heldOf.set(db.$client, { ...held, stamp })
    return held.bank
  }
  const bodies = new Map<string, Body>()
  const missing: string[] = []
  for (const { versionId } of currents) {
    const body = held?.bodies.get(versionId)
    if (body) bodies.set(versionId, body)
    else missing.push(versionId)
  }
  for (const [versionId, body] of readBodies(db, missing)) bodies.set(versionId, body)
  const bank = buildBank(db, currents, bodies)
  heldOf.set(db.$client, { stamp, currents: fingerprint, bodies, bank })
  return bank
}

/** Changes with every write to the database, by this connection or another. */
function readStamp(db: Db): string {
  const others = String(db.$client.pragma('data_version', { simple: true }))
  const own = db.get<{ changes: number }>(sql`SELECT total_changes() AS changes`)
  return `${others} ${own.changes}`
}

function listCurrents(db: Db): Current[] {
  return db.all<Current>(sql`
    SELECT question.id, question.current_version_id AS versionId, question_search_row.search_row AS searchRow,
      question.archived_at_ms IS NOT NULL AS isArchived, used.question_id IS NOT NULL AS isUsed
    FROM question
    JOIN question_search_row ON question_search_row.question_id = question.id
    LEFT JOIN (
      SELECT DISTINCT interview_question.question_id FROM panel
      JOIN interview ON interview.panel_id = panel.id
      JOIN interview_question ON interview_question.interview_id = interview.id
      WHERE panel.archived_at_ms IS NULL
    ) AS used ON used.question_id = question.id
    WHERE question.current_version_id IS NOT NULL`)
}

type BodyRow = Pick<Body, 'title' | 'minutes' | 'kind' | 'difficulty'> & { versionId: string; lists: string }

function readBodies(db: Db, versionIds: readonly string[]): [string, Body][] {
  const rows = db.all<BodyRow>(sql`
    SELECT id AS versionId, title, minutes, kind, difficulty,
      json_extract(body, '$.primaryCompetency', '$.otherCompetencies', '$.roles', '$.tags') AS lists
    FROM question_version WHERE id IN (SELECT value FROM json_each(${JSON.stringify(versionIds)}))`)
  return rows.map(({ versionId, lists, ...row }) => {
    const [primaryCompetency, others, roles, tags]: [string, string[], string[], string[] | null] =
      JSON.parse(lists)
    return [
      versionId,
      { ...row, primaryCompetency, competencies: [primaryCompetency, ...others], roles, tags: tags ?? [] },
    ]
  })
}

function buildBank(db: Db, currents: readonly Current[], bodies: ReadonlyMap<string, Body>): HeldBank {
  const rowOfId = new Map(currents.map((current) => [current.id, current.searchRow]))
  const index = buildBankIndex(
    currents.flatMap(({ id, versionId, isArchived, isUsed }) => {
      const body = bodies.get(versionId)
      return body ? [{ ...body, id, isArchived: isArchived === 1, isUsed: isUsed === 1 }] : []
    }),
  )
  const rowOfPlace = index.questions.map((question) => rowOfId.get(question.id) ?? 0)
  let stems: readonly KnownStem[] | undefined
  return {
    index,
    rowOfPlace,
    placeOfRow: new Map(rowOfPlace.map((row, place) => [row, place])),
    listStems: () => (stems ??= readStems(db)),
  }
}

function readStems(db: Db): KnownStem[] {
  return db
    .values<[string, number]>(sql`SELECT term, doc FROM question_vocabulary`)
    .map(([stem, questions]) => makeKnownStem(stem, questions))
}
