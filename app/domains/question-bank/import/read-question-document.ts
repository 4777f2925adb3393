import { chooseReading } from './choose-reading.ts'
import { readCsvQuestions } from './csv-questions.ts'
import { toItems } from './items.ts'
import { readJsonQuestions } from './json-questions.ts'
import { listLines, mostLines } from './lines.ts'
import { listUnrecognised } from './unrecognised.ts'
import { mostQuestions, type QuestionDocument } from './question-document.ts'
import { learnFromRepetition } from './recurring.ts'

export type DocumentInput = { text: string; fileName?: string | undefined }

/**
 * Finds the questions of a document by its structure: numbered questions, questions with explanations, headings, lists,
 * answers without questions, tables, JSON. It never throws, and takes time in proportion to the length.
 * @param input `fileName` tells a table or JSON from running text
 * @returns the questions in their order, and what stands outside them
 */
export function readQuestionDocument(input: DocumentInput): QuestionDocument {
  const { text } = input
  const lines = listLines(text)
  if (!lines)
    return nothing(
      text,
      `It has more than ${inWords(mostLines)} lines. Split it and import the parts one by one.`,
    )
  const structured = readJsonQuestions(input) ?? readCsvQuestions(input)
  if (structured && 'problem' in structured) return nothing(text, structured.problem)
  if (!structured) learnFromRepetition(lines)
  const reading = structured ?? chooseReading(lines)
  if (!reading) return nothing(text, 'Nothing here reads like a question or an answer')
  const { layout, blocks } = reading
  if (blocks.length > mostQuestions)
    return nothing(
      text,
      `It has more than ${inWords(mostQuestions)} questions. Split it and import the parts one by one.`,
    )
  const items = toItems(text, reading)
  return { layout, items, unrecognised: listUnrecognised(text, lines, { layout, items }) }
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB')
}

function nothing(text: string, reason: string): QuestionDocument {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const unrecognised =
    start < end ? [{ text: text.slice(start, end), span: { start, end }, reason, isFurniture: false }] : []
  return { layout: 'nothing', items: [], unrecognised }
}
