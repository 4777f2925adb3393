import type { Ctx } from '#app/domains/people/context.ts'
import { can } from '#app/domains/people/access.ts'
import { forbidden, invalid, ok, type Result } from '#app/lib/result.ts'
import {
  readBankIndex,
  readCompetencyIndex,
} from '#app/domains/question-bank/near-duplicates/bank-index.server.ts'
import { listCompetencyBodies } from '../content-store.server.ts'
import { knownQuestions, listAlikeItems, textOf } from './alike.ts'
import { decodeDocument } from './decode-document.ts'
import { findEarlierImports } from './import-store.server.ts'
import { previewOf, type ImportPreview } from './import-preview.ts'
import type { QuestionDocument } from './question-document.ts'
import { readQuestionDocument } from './read-question-document.ts'
import { comparableWords } from './vocabulary.ts'

/** A document as it came: a file, or what was pasted. */
export type GivenDocument = { bytes: Uint8Array; fileName: string | undefined }

/**
 * What an import of this document would bring, part by part; nothing is stored.
 * @returns the preview and the text that it was made of
 */
export function previewDocument(
  ctx: Ctx,
  given: GivenDocument,
): Result<{ preview: ImportPreview; text: string }> {
  if (!can(ctx.user.access, 'bank.import', 'own')) return forbidden
  const read = readGiven(given)
  if (!read.ok) return read
  const { document, text } = read.value
  const bank = readBankIndex(ctx.db)
  const known = knownQuestions([...bank.questions.values()], bank.index)
  const competencies = readCompetencyIndex(ctx.db)
  const byName = new Map(
    listCompetencyBodies(ctx.db).flatMap(({ id, name }) => [
      [comparableWords(id), id],
      [comparableWords(name), id],
    ]),
  )
  const texts = document.items.map((item) => item.text)
  const isOwn = !can(ctx.user.access, 'bank.import', 'other')
  const earlier = findEarlierImports(ctx.db, texts, isOwn ? ctx.user.id : null)
  const preview = previewOf(document, {
    findEarlier: (sourceText) => earlier.get(sourceText),
    alike: listAlikeItems(document.items, known),
    titleOf: (id) => bank.questions.get(id)?.title ?? id,
    suggestFor: (item) => {
      const named = byName.get(comparableWords(item.topic ?? ''))
      const found = competencies.suggestFor(textOf(item)).map(({ competencyId }) => competencyId)
      return named === undefined ? found : [named, ...found.filter((id) => id !== named)]
    },
  })
  return ok({ preview, text })
}

/** The questions of a document, or a refusal in words at the field `file`. */
export function readGiven({ bytes, fileName }: GivenDocument): Result<{
  document: QuestionDocument
  text: string
}> {
  const decoded = decodeDocument(bytes, fileName)
  if ('problem' in decoded) return invalid('file', decoded.problem)
  const { text } = decoded
  const document = readQuestionDocument({ text, fileName })
  if (document.items.length === 0 && document.unrecognised.every((part) => part.text.length > longestOffered))
    return invalid('file', `${document.unrecognised[0]?.reason ?? 'There is nothing in it'}.`)
  return ok({ document, text })
}

/** Something longer than this is not offered as one question. */
const longestOffered = 5000
