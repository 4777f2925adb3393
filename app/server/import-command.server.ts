import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findPersonAtConsole } from '#app/domains/people/console.server.ts'
import { knownQuestions, listAlikeItems, type AlikeItem } from '#app/domains/question-bank/import/alike.ts'
import { decodeDocument, largestDocument } from '#app/domains/question-bank/import/decode-document.ts'
import { importQuestions } from '#app/domains/question-bank/import/import-questions.server.ts'
import { reportImport } from '#app/domains/question-bank/import/import-report.ts'
import type { QuestionDocument } from '#app/domains/question-bank/import/question-document.ts'
import {
  previewDocument,
  type GivenDocument,
} from '#app/domains/question-bank/import/read-document.server.ts'
import { readQuestionDocument } from '#app/domains/question-bank/import/read-question-document.ts'
import { readBankIndex } from '#app/domains/question-bank/near-duplicates/bank-index.server.ts'
import { comparedOf } from '#app/domains/question-bank/near-duplicates/near-duplicates-store.server.ts'
import type { Env } from '#app/lib/env.server.ts'
import type { Failure } from '#app/lib/result.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { readRubrics } from '#rubrics/read.server.ts'
import { withDatabase, type Outcome } from './command-database.server.ts'

export const importHelp =
  'import <file> --dry-run [--json]   shows the questions of a document; --as <e-mail> in place of --dry-run imports them'

type Options = { file: string; isDry: boolean; isJson: boolean; email: string | undefined }

/**
 * Reads the questions of a document and prints what it found, or imports them as the page would.
 * @param args what stands after `import`
 * @param folder where the person stands
 */
export function runImport(args: readonly string[], folder: string, settings: () => Env): Outcome {
  const options = readOptions(args)
  if ('problem' in options) return { lines: [options.problem, '', `npx panelist ${importHelp}`], status: 2 }
  const file = resolve(folder, options.file)
  if (!existsSync(file) || !statSync(file).isFile())
    return { lines: [`There is no file ${file}.`], status: 2 }
  const isTooLarge = statSync(file).size > largestDocument
  // One byte too many is enough to be told that a file is too large, whatever its size.
  const bytes = isTooLarge ? new Uint8Array(largestDocument + 1) : new Uint8Array(readFileSync(file))
  const given = { bytes, fileName: basename(file) }
  return options.isDry ? showQuestions(given, options, settings) : storeQuestions(given, options, settings)
}

function readOptions(args: readonly string[]): Options | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, as: { type: 'string' } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return { problem: 'import takes one file.' }
    const isDry = values['dry-run'] ?? false
    if (!isDry && values.as === undefined)
      return { problem: 'Say whose import it is with --as <e-mail>, or only look with --dry-run.' }
    return { file, isDry, isJson: values.json ?? false, email: values.as }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'These options are not known.' }
  }
}

function showQuestions(given: GivenDocument, { isJson }: Options, settings: () => Env): Outcome {
  const decoded = decodeDocument(given.bytes, given.fileName)
  if ('problem' in decoded) return { lines: [decoded.problem], status: 1 }
  const document = readQuestionDocument({ text: decoded.text, fileName: given.fileName })
  const alike = findAlike(document, settings)
  const lines = isJson ? [toJson(document, alike)] : reportImport(document, alike)
  return { lines, status: 0 }
}

/** Compared with the bank of this installation; with the shipped questions where there is none. */
function findAlike({ items }: QuestionDocument, settings: () => Env): AlikeItem[] {
  let alike: AlikeItem[] | undefined
  withDatabase(settings, (db) => {
    alike = listAlikeItems(items, knownQuestions([...readBankIndex(db).questions.values()]))
    return { lines: [], status: 0 }
  })
  if (alike) return alike
  const shipped = readRubrics(resolve('rubrics')).questions
  return listAlikeItems(items, knownQuestions(shipped.map(comparedOf)))
}

function toJson({ items, unrecognised }: QuestionDocument, alike: readonly AlikeItem[]): string {
  const questions = items.map(({ prompt, intent, difficulty, sampleAnswer, ordinal, confidence }) => ({
    prompt,
    intent,
    difficulty,
    sampleAnswer,
    ordinal,
    confidence,
  }))
  const duplicates = alike.map(({ prompt, existingId, score }) => ({ prompt, existingId, score }))
  const left = unrecognised.map(({ text, reason, span }) => ({ text, reason, span }))
  return JSON.stringify({ questions, unrecognised: left, duplicates }, null, 2)
}

function storeQuestions(given: GivenDocument, options: Options, settings: () => Env): Outcome {
  return withDatabase(settings, (db, env) => {
    const email = options.email ?? ''
    const user = findPersonAtConsole(db, email)
    if (!user) return { lines: [`No account in use has the e-mail ${email}.`], status: 1 }
    const ctx = { db, user, now: Date.now() }
    const read = previewDocument(ctx, given)
    if (!read.ok) return refused(read.error)
    const choices = new Map(read.value.preview.rows.map((row) => [row.key, row.choice]))
    const name = given.fileName ?? options.file
    const made = importQuestions(ctx, { ...given, formKey: newId(), name, roleId: null, choices })
    if (!made.ok) return refused(made.error)
    const taken = [...choices.values()].filter((choice) => choice.isTaken).length
    const base = env.APP_URL ?? `http://localhost:${env.PORT}`
    return {
      lines: [
        `${taken} imported. What is left to write, and the way back:`,
        `  ${base}${paths.importBatch(made.value.batchId)}`,
      ],
      status: 0,
    }
  })
}

function refused(failure: Failure): Outcome {
  const words =
    failure.kind === 'invalid'
      ? Object.values(failure.errors).flat()
      : ['The access of this account does not allow an import.']
  return { lines: words, status: 1 }
}
