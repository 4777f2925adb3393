import { parse, type ParseError } from 'jsonc-parser'
import { questionSchema } from '#rubrics/content.schema.ts'
import type { Block } from './block.ts'
import { blockOfFields, findFieldOfKey, type NamedText } from './fields.ts'
import { listElements } from './json-elements.ts'
import { mostQuestions, type DocumentLayout } from './question-document.ts'
import type { DocumentInput } from './read-question-document.ts'

/** What a document that names the parts of its questions holds, or in words why it holds none. */
export type Structured = { layout: DocumentLayout; blocks: Block[] } | { problem: string }

const withoutQuestions = {
  problem:
    'No question was found in this JSON. Each one is a text, or an object with the key “prompt” or “question”.',
}

/** Whether a text is meant as JSON. */
export function isJson({ text, fileName }: DocumentInput): boolean {
  if (/\.json$/i.test(fileName ?? '')) return true
  const [first, last] = [text.trim().replace('\ufeff', '')[0], text.trimEnd().at(-1)]
  return (first === '[' && last === ']') || (first === '{' && last === '}')
}

/**
 * The questions of JSON: an array of texts or objects, an object that holds such an array, or one question.
 * @returns undefined when it is no JSON
 */
export function readJsonQuestions(input: DocumentInput): Structured | undefined {
  if (!isJson(input)) return undefined
  const at = input.text.search(/[[{]/)
  const value = parseJson(input.text.slice(Math.max(at, 0)))
  if (value === undefined) return undefined
  const path = findQuestions(value, 0)
  if (!path) return withoutQuestions
  const blocks = listElements(input.text, path, mostQuestions + 1).flatMap(({ span }) => {
    const block = blockOf(parseJson(input.text.slice(span.start, span.end)), span)
    return block ? [block] : []
  })
  if (blocks.length === 0) return withoutQuestions
  const isBank = blocks.every((block) => block.complete !== null)
  return { layout: isBank ? 'bank' : 'json', blocks }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isQuestion(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return (
    isRecord(value) &&
    Object.keys(value).some((key) => findFieldOfKey(key) === 'question' || findFieldOfKey(key) === 'answer')
  )
}

/** The keys that lead to the array of questions; an empty path is the whole. */
function findQuestions(value: unknown, depth: number): string[] | undefined {
  if (Array.isArray(value)) return value.some(isQuestion) ? [] : undefined
  if (!isRecord(value)) return undefined
  if (
    isRecord(value) &&
    Object.entries(value).some(
      ([key, part]) => typeof part === 'string' && findFieldOfKey(key) === 'question',
    )
  )
    return []
  if (depth >= 4) return undefined
  for (const [key, part] of Object.entries(value)) {
    const path = findQuestions(part, depth + 1)
    if (path) return [key, ...path]
  }
  return undefined
}

function blockOf(value: unknown, span: { start: number; end: number }): Block | undefined {
  if (typeof value === 'string')
    return value.trim() === '' ? undefined : blockOfFields([{ field: 'question', text: value }], span, null)
  if (!isRecord(value) || !isQuestion(value)) return undefined
  const own = questionSchema.safeParse(value)
  const block = blockOfFields(Object.entries(value).flatMap(textsOf), span, own.success ? own.data : null)
  if (!own.success && 'rubrics' in value)
    block.guesses.push(
      `It looks like a question file, but it is not complete: ${own.error.issues[0]?.path.join('.') ?? ''} ${own.error.issues[0]?.message ?? ''}`,
    )
  return block
}

function textsOf([key, value]: [string, unknown]): NamedText[] {
  const field = findFieldOfKey(key)
  if (!field) return []
  if (typeof value === 'string') return [{ field, text: value }]
  if (typeof value === 'number') return [{ field, text: String(value) }]
  if (!Array.isArray(value)) return []
  const text = value.filter((part) => typeof part === 'string').join('\n')
  return text === '' ? [] : [{ field, text }]
}

const deepest = 60

/** Why a text that is meant as JSON cannot be read, in words; undefined when it can. */
export function findJsonProblem({ text, fileName }: DocumentInput): string | undefined {
  const json = text.replace(/^\ufeff/, '')
  if (parseJson(json) !== undefined) return undefined
  // A text in brackets that is no JSON is a text, unless its name says otherwise.
  if (!/\.json$/i.test(fileName ?? '')) return undefined
  const errors: ParseError[] = []
  if (depthOf(json) <= deepest) parse(json, errors)
  const [first] = errors
  const line = first ? ` in line ${json.slice(0, first.offset).split('\n').length}` : ''
  return `This is not valid JSON: something is wrong${line}. Mend it and choose the file again.`
}

function depthOf(json: string): number {
  let depth = 0
  let most = 0
  for (const sign of json) {
    if (sign === '[' || sign === '{') most = Math.max(most, ++depth)
    else if (sign === ']' || sign === '}') depth--
  }
  return most
}
