import type { Tx } from '#db/client.server.ts'
import { hashContent } from '#db/content-hash.ts'
import type { QuestionDraft } from '../question-draft.ts'
import { compareFields } from '#app/domains/question-bank/versions/difference.ts'
import { fieldsOfQuestion } from '#app/domains/question-bank/versions/question-fields.ts'
import { authorWords } from '#app/domains/question-bank/versions/version-items.ts'
import { listQuestionVersions } from '#app/domains/question-bank/versions/version-store.server.ts'
import type { DraftRow } from './draft-store.server.ts'
import type { EditorTarget, SaveOutcome } from './editor-view.ts'
import { draftOfQuestion } from './question-form.ts'
import { readQuestionNames } from './references-store.server.ts'

/** Whether two drafts say the same. */
export function isSameDraft(a: QuestionDraft, b: QuestionDraft): boolean {
  return hashContent(a) === hashContent(b)
}

/**
 * A draft that was saved elsewhere since the form was opened, beside what was typed.
 * @param target what the form is to be based on, now that its writer sees theirs
 */
export function overtakenByDraft(
  tx: Tx,
  given: { row: DraftRow; typed: QuestionDraft; target: EditorTarget },
): SaveOutcome {
  const { row, typed, target } = given
  const differences = differencesOf(tx, row.body, typed)
  return {
    outcome: 'overtaken',
    theirs: { what: 'draft', by: null, atMs: row.updatedAtMs, differences, untouched: [], target },
  }
}

/**
 * The version of a question that was saved since the form was opened, beside what was typed.
 * @param base the number of the version that the form was opened with
 */
export function overtakenByVersion(
  tx: Tx,
  given: {
    question: { id: string; number: number }
    base: number
    typed: QuestionDraft
    target: EditorTarget
  },
): SaveOutcome {
  const { question, base, typed, target } = given
  const versions = listQuestionVersions(tx, question.id)
  const version = versions.find(({ number }) => number === question.number)
  if (!version) throw new Error(`question ${question.id} has no version ${question.number}`)
  const opened = versions.find(({ number }) => number === base)
  const differences = differencesOf(tx, draftOfQuestion(version.body), typed)
  const own = opened && new Set(differencesOf(tx, draftOfQuestion(opened.body), typed).map(({ key }) => key))
  const untouched = differences.filter(({ key }) => own && !own.has(key)).map(({ label }) => label)
  const { createdAtMs: atMs } = version
  return {
    outcome: 'overtaken',
    theirs: { what: 'version', by: authorWords(version), atMs, differences, untouched, target },
  }
}

function differencesOf(tx: Tx, theirs: QuestionDraft, typed: QuestionDraft) {
  const names = readQuestionNames(tx)
  return compareFields(fieldsOfQuestion(theirs, names), fieldsOfQuestion(typed, names))
}
