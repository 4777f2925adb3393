import { write, type Db } from '#db/client.server.ts'
import { addQuestionVersion, makeQuestionVersionCurrent } from '#db/content-versions.ts'
import type { Question } from '#rubrics/content.schema.ts'
import { roundStartMs } from './round.ts'

/** Adds a question of a team’s own that asks word for word what another asks. */
export function addTwin(db: Db, of: Question, given: Partial<Question> & { id: string }): Question {
  const twin = { ...of, ...given }
  write(db, (tx) => {
    const author = { userId: null, batchId: null, now: roundStartMs }
    makeQuestionVersionCurrent(tx, twin.id, addQuestionVersion(tx, twin, author))
  })
  return twin
}
