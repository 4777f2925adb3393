import type { Question } from '#rubrics/content.schema.ts'
import type { Block } from './block.ts'
import { noParts, type Span } from './question-document.ts'
import { findDifficulty, findField, findKind, type Field } from './vocabulary.ts'
import { tidy } from './wording.ts'

/** What a table or JSON holds under one heading or key. */
export type NamedText = { field: Field; text: string }

/** The field of a column or key: `sampleAnswer`, `sample_answer` and “Sample answer” are one. */
export function findFieldOfKey(key: string): Field | undefined {
  const words = key.slice(0, 80).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return words.trim().toLowerCase() === 'text' ? 'question' : findField(words)
}

/** A question whose parts have names: the row of a table, an object of JSON. */
export function blockOfFields(texts: readonly NamedText[], span: Span, complete: Question | null): Block {
  const all = (field: Field) =>
    texts.filter((entry) => entry.field === field && entry.text.trim() !== '').map(({ text }) => tidy(text))
  const first = (field: Field) => all(field)[0] ?? null
  const difficulty = first('difficulty')
  const known = difficulty === null ? null : (findDifficulty(difficulty) ?? null)
  const guesses: string[] = []
  if (difficulty !== null && known === null)
    guesses.push(`The difficulty “${difficulty.slice(0, 40)}” is none of easy, medium and hard`)
  const evaluates = first('evaluates')
  return {
    parts: {
      ...noParts,
      prompt: first('question'),
      intent: first('intent') ?? first('description') ?? evaluates,
      difficulty: known,
      sampleAnswer: first('answer'),
      evaluates,
      howToEvaluate: first('howToEvaluate'),
      probes: all('probes').flatMap((text) => text.split(/\n/).map(tidy).filter(Boolean)),
      kind: findKind(first('kind') ?? '') ?? null,
      topic: first('topic'),
    },
    span,
    guesses,
    number: null,
    complete,
    swallowed: 0,
  }
}
