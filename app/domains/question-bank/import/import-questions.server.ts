import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { readBankContent } from '#app/domains/question-bank/bank-files/store.server.ts'
import { draftOfQuestion } from '#app/domains/question-bank/editor/question-form.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { forbidden, invalid, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { addQuestionVersion, makeQuestionVersionCurrent } from '#db/content-versions.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { findReceipt, once } from '#db/receipts.server.ts'
import type { Question, RubricContent } from '#rubrics/content.schema.ts'
import { listBrokenReferences } from '#rubrics/references.ts'
import { buildTagFinder } from './find-tags.ts'
import { insertBatch } from '../batch-store.server.ts'
import { makeContentId } from '../content-id.ts'
import { emptyDraft, type QuestionDraft } from '../question-draft.ts'
import type { ImportChoice } from './import-preview.ts'
import { insertImportedDraft, insertImportedItem, isQuestionId } from './import-store.server.ts'
import { noParts, type QuestionDocument, type QuestionParts } from './question-document.ts'
import { readGiven, type GivenDocument } from './read-document.server.ts'

export type ImportInput = GivenDocument & {
  formKey: string
  /** What the import is called in the list of imports. */
  name: string
  /** The role that every question is for; none yet when left out. */
  roleId: string | null
  /** What was decided, by the key of each part; a part that is missing here is left out. */
  choices: ReadonlyMap<string, ImportChoice>
}

/**
 * Imports what was chosen of a document, all of it or nothing: a draft for each question, and at once a question for each
 * complete one of ours. The same form twice imports once.
 * @returns the batch by which it can be undone
 */
export function importQuestions(ctx: Ctx, input: ImportInput): Result<{ batchId: string }> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  const form = { key: input.formKey, userId: ctx.user.id, now: ctx.now }
  const done = findReceipt(ctx.db, form)
  if (done !== undefined) return ok({ batchId: done })
  const read = readGiven(input)
  if (!read.ok) return read
  const { document } = read.value
  const taken = listTaken(document, input.choices)
  if (taken.length === 0)
    return invalid('', 'Nothing is chosen. Tick at least one question, or choose another document.')
  const problem = findTooLong(taken)
  if (problem) return problem
  return write(ctx.db, (tx): Result<{ batchId: string }> =>
    ok({ batchId: once(tx, form, () => store(tx, ctx, { ...input, layout: document.layout, taken })) }),
  )
}

type Taken = {
  key: string
  ordinal: number
  sourceText: string
  parts: QuestionParts
  choice: ImportChoice
  complete: Question | null
}

/** The chosen items, then the chosen parts that were not recognised; these count on from the last item. */
function listTaken(document: QuestionDocument, choices: ReadonlyMap<string, ImportChoice>): Taken[] {
  const items = document.items.map(({ ordinal, text, complete, ...parts }) => ({
    key: `item.${ordinal}`,
    ordinal,
    sourceText: text,
    parts,
    complete,
  }))
  const others = document.unrecognised.map(({ text }, i) => ({
    key: `part.${i + 1}`,
    ordinal: document.items.length + i + 1,
    sourceText: text,
    parts: noParts,
    complete: null,
  }))
  return [...items, ...others].flatMap((entry) => {
    const choice = choices.get(entry.key)
    return choice?.isTaken ? [{ ...entry, choice }] : []
  })
}

const longestText = 5000

function findTooLong(taken: readonly Taken[]) {
  for (const { key, choice } of taken)
    for (const part of ['prompt', 'intent'] as const)
      if (choice[part].length > longestText)
        return invalid(
          `${key}.${part}`,
          `Shorten this to at most ${longestText} characters, or leave the question out.`,
        )
  return undefined
}

function store(
  tx: Tx,
  ctx: Ctx,
  input: Pick<ImportInput, 'name' | 'roleId'> & { layout: string; taken: readonly Taken[] },
): string {
  const batchId = newId()
  insertBatch(tx, {
    id: batchId,
    name: input.name,
    layout: input.layout,
    createdBy: ctx.user.id,
    createdAtMs: ctx.now,
  })
  const bank = readBankContent(tx)
  const place: Place = {
    bank,
    roleId: input.roleId,
    documentId: makeContentId(input.name, 'question', () => false),
    findTags: buildTagFinder(bank.questions.flatMap(({ tags = [] }) => tags)),
  }
  let questions = 0
  for (const entry of input.taken) {
    const { ordinal, sourceText } = entry
    const row = { batchId, ordinal, sourceText, sampleAnswer: entry.parts.sampleAnswer }
    const isWhole = entry.complete !== null && pointsAtSomething(entry.complete, bank)
    if (entry.complete !== null && isWhole) {
      questions++
      insertImportedItem(tx, { ...row, questionId: addQuestion(tx, ctx, entry.complete, batchId) })
      continue
    }
    const draftId = newId()
    insertImportedDraft(tx, {
      id: draftId,
      body: draftOf(entry, place),
      createdBy: ctx.user.id,
      now: ctx.now,
    })
    insertImportedItem(tx, { ...row, draftId })
  }
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action: 'bank.import',
    subjectKind: 'import',
    subjectId: batchId,
    detail: { drafts: input.taken.length - questions, questions },
  })
  return batchId
}

function pointsAtSomething(question: Question, bank: RubricContent): boolean {
  return listBrokenReferences({ ...bank, questions: [question] }).every(
    (reference) => reference.kind !== 'questions',
  )
}

function addQuestion(tx: Tx, ctx: Ctx, content: Question, batchId: string): string {
  const id = isQuestionId(tx, content.id)
    ? makeContentId(content.title, 'question', (one) => isQuestionId(tx, one))
    : content.id
  const author = { userId: ctx.user.id, batchId, now: ctx.now }
  makeQuestionVersionCurrent(tx, id, addQuestionVersion(tx, { ...content, id }, author))
  return id
}

type Place = {
  bank: RubricContent
  roleId: string | null
  documentId: string
  findTags: (text: string) => string[]
}

/** What is known of a question that somebody will finish in the editor. */
function draftOf(entry: Taken, { bank, roleId, documentId, findTags }: Place): QuestionDraft {
  if (entry.complete) return draftOfQuestion(entry.complete)
  const { choice, parts, ordinal } = entry
  const isKnown = bank.competencies.some((item) => item.id === choice.competencyId)
  return {
    ...emptyDraft,
    prompt: choice.prompt,
    intent: choice.intent,
    difficulty: choice.difficulty,
    kind: choice.kind,
    primaryCompetency: isKnown ? choice.competencyId : null,
    roles: bank.roles.filter((item) => item.id === roleId).map((item) => item.id),
    probes: parts.probes,
    tags: findTags([choice.prompt, choice.intent, parts.sampleAnswer].join('\n')),
    sources: [{ document: documentId, ordinal }],
  }
}
