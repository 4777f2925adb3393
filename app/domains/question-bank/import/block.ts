import type { Question } from '#rubrics/content.schema.ts'
import type { Line } from './lines.ts'
import { noParts, type QuestionParts, type Span } from './question-document.ts'
import { findDifficulty, findKind, splitDifficulty, type Field } from './vocabulary.ts'
import { countPersons, isToldInStages, tidy } from './wording.ts'

/** A question as it was read from its lines, before anybody compared it with the others. */
export type Block = {
  parts: QuestionParts
  span: Span
  /** What was guessed because nothing names it, in words. */
  guesses: string[]
  /** The number that the document gives it. */
  number: number | null
  /** The question itself, from a question file of our own. */
  complete: Question | null
  /** How many more lines in it are marked as a question. */
  swallowed: number
}

type State = { texts: Record<Field, string[]>; field: Field; end: number; swallowed: number }

const single: ReadonlySet<Field> = new Set(['difficulty', 'kind', 'topic'])

/**
 * Reads the lines of one question: the first one begins it, the others belong to it.
 * @param topic the heading it stands under
 */
export function readBlock(lines: readonly [Line, ...Line[]], topic: string | null): Block {
  const [first, ...rest] = lines
  const state: State = {
    texts: {
      question: [],
      difficulty: [],
      kind: [],
      topic: [],
      intent: [],
      description: [],
      answer: [],
      evaluates: [],
      howToEvaluate: [],
      probes: [],
      other: [],
    },
    field: 'question',
    end: first.end,
    swallowed: 0,
  }
  const isLabel = first.label && (first.mark === 'none' || first.label.field === 'question' || !first.isAsked)
  if (first.label && isLabel) takeLabel(state, first.label)
  else takeText(state, first)
  for (const line of rest) {
    if (line.mark === 'rule' || line.isFurniture) continue
    state.end = line.end
    if (line.label) takeLabel(state, line.label)
    else takeText(state, line)
  }
  const number = first.number ?? rest.find((line) => line.label?.field === 'question')?.number ?? null
  return finish(state, { span: { start: first.start, end: state.end }, number, topic })
}

function takeLabel(state: State, { field, value: given }: NonNullable<Line['label']>): void {
  const { texts } = state
  const value = field === 'question' ? takeDifficulty(state, given) : given
  // What stands above a labelled question is its title.
  if (field === 'question' && value !== '' && !texts.question.some((text) => /[?？]/u.test(text)))
    texts.topic.push(...texts.question.splice(0))
  if (field === 'question' && texts.question.length > 0) state.swallowed++
  if (value !== '') texts[field].push(value)
  if (value === '' || !single.has(field)) state.field = field
}

/** The text of a question without the difficulty that stands in brackets beside it. */
function takeDifficulty(state: State, text: string): string {
  const split = splitDifficulty(text)
  if (split.difficulty !== null) state.texts.difficulty.push(split.difficulty)
  return split.text
}

function takeText(state: State, line: Line): void {
  const { texts } = state
  if (single.has(state.field)) {
    const isValue = line.text.length <= 60 && !line.isAsked
    if (isValue) texts[state.field].push(line.text)
    state.field = texts.question.length === 0 ? 'question' : 'description'
    if (isValue) return
  }
  if (state.field === 'question' && texts.question.length > 0) {
    const isComplete = /[?？؟][”"»)]*$/u.test(texts.question.at(-1) ?? '')
    if (line.isAsked && !line.isReason && !isComplete) {
      texts.question.push(line.text)
      return
    }
    state.field = 'description'
  }
  if (state.field === 'description' && line.isReason) texts.intent.push(line.text)
  else if (state.field === 'question') texts.question.push(takeDifficulty(state, line.text))
  else texts[state.field].push(withItsMark(line))
}

function withItsMark(line: Line): string {
  if (line.mark === 'bullet') return `- ${line.text}`
  return line.mark === 'number' ? `${line.number}. ${line.text}` : line.text
}

function finish(state: State, where: { span: Span; number: number | null; topic: string | null }): Block {
  const { texts } = state
  const guesses: string[] = []
  const [difficulty = ''] = texts.difficulty
  const parts: QuestionParts = {
    ...noParts,
    prompt: joined(texts.question, ' '),
    difficulty: findDifficulty(difficulty) ?? null,
    kind: findKind(texts.kind[0] ?? '') ?? null,
    topic: joined(texts.topic.slice(0, 1), ' ') ?? where.topic,
    intent: joined(texts.intent, '\n'),
    sampleAnswer: joined(texts.answer, '\n'),
    evaluates: joined(texts.evaluates, '\n'),
    howToEvaluate: joined(texts.howToEvaluate, '\n'),
    probes: texts.probes.map((text) => tidy(text.replace(/^(?:- |\d{1,3}\. )/, ''))),
  }
  if (difficulty !== '' && parts.difficulty === null)
    guesses.push(`The difficulty “${difficulty.slice(0, 40)}” is none of easy, medium and hard`)
  placeDescription(parts, joined(texts.description, '\n'), guesses)
  parts.intent ??= parts.evaluates
  return {
    parts,
    span: where.span,
    guesses,
    number: where.number,
    complete: null,
    swallowed: state.swallowed,
  }
}

/** Text that no label names: an answer when somebody speaks of themselves, else why the question is asked. */
function placeDescription(parts: QuestionParts, text: string | null, guesses: string[]): void {
  if (text === null) return
  const { first, second } = countPersons(text)
  if (parts.sampleAnswer === null && (isToldInStages(text) || (first > 0 && first >= second))) {
    parts.sampleAnswer = text
    guesses.push('Nothing says that this is the sample answer; it is told like one')
  } else if (parts.intent === null && parts.evaluates === null) {
    parts.intent = text
    guesses.push('The text below the question was read as why it is asked')
  }
}

function joined(texts: readonly string[], between: string): string | null {
  const text = tidy(
    texts
      .map(tidy)
      .filter((part) => part !== '')
      .join(between),
  )
  return text === '' ? null : text
}
