import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { AlikeItem } from './alike.ts'
import { questionKey } from './choose-reading.ts'
import type { DocumentLayout, QuestionDocument, ReadItem, UnrecognisedPart } from './question-document.ts'
import { suggestKind } from './suggest-kind.ts'

/** What a person decides about one part of a document. */
export type ImportChoice = {
  isTaken: boolean
  prompt: string
  intent: string
  difficulty: Difficulty | null
  kind: QuestionKind | null
  competencyId: string | null
}

/** A part of the document as the preview shows it, in the order of the document. */
export type PreviewRow = {
  /** The beginning of the names of its fields: `item.3`, or `part.2` for what was not recognised. */
  key: string
  source: string
  choice: ImportChoice
} & (
  | {
      kind: 'item'
      ordinal: number
      sampleAnswer: string | null
      unsure: string[]
      alike: { id: string; title: string; score: number }[]
      /** The bank asks the same already, so it is left out unless somebody takes it. */
      isKnown: boolean
      /** An earlier import that brought the same text, so that it is left out as well. */
      earlier: { id: string; name: string } | null
      /** Competencies that its words point at, the likeliest first. */
      suggested: string[]
      /** The title of a complete question, which needs no more writing. */
      completeTitle: string | null
    }
  | { kind: 'part'; reason: string; isFurniture: boolean }
)

export type ImportPreview = { layout: DocumentLayout; rows: PreviewRow[] }

/** From this likeness on the bank asks the same already. */
const knownFrom = 0.7

type Hints = {
  alike: readonly AlikeItem[]
  titleOf: (questionId: string) => string
  suggestFor: (item: ReadItem) => string[]
  findEarlier: (sourceText: string) => { id: string; name: string } | undefined
}

/** A document with what would be imported of it, part by part. */
export function previewOf(document: QuestionDocument, hints: Hints): ImportPreview {
  const alike = new Map<number, AlikeItem[]>()
  for (const entry of hints.alike) alike.set(entry.ordinal, [...(alike.get(entry.ordinal) ?? []), entry])
  const seen = new Set<string>()
  const items = document.items.map((item) => {
    const key = questionKey(item.prompt ?? '')
    const isRepeated = item.prompt !== null && seen.has(key)
    seen.add(key)
    return {
      at: item.span.start,
      row: itemRow(item, { hints, isRepeated, alike: alike.get(item.ordinal) ?? [] }),
    }
  })
  const parts = document.unrecognised.map((part, i) => ({ at: part.span.start, row: partRow(part, i + 1) }))
  const rows = [...items, ...parts].sort((one, other) => one.at - other.at).map(({ row }) => row)
  return { layout: document.layout, rows }
}

function itemRow(
  item: ReadItem,
  given: { hints: Hints; isRepeated: boolean; alike: readonly AlikeItem[] },
): PreviewRow {
  const { hints, isRepeated, alike } = given
  const earlier = hints.findEarlier(item.text) ?? null
  const isKnown = alike.some(({ score }) => score >= knownFrom)
  const suggested = item.complete ? [] : hints.suggestFor(item)
  return {
    kind: 'item',
    key: `item.${item.ordinal}`,
    ordinal: item.ordinal,
    source: item.text,
    sampleAnswer: item.sampleAnswer,
    unsure: item.unsure,
    alike: alike.map(({ existingId, score }) => ({
      id: existingId,
      title: hints.titleOf(existingId),
      score,
    })),
    isKnown,
    earlier,
    suggested,
    completeTitle: item.complete?.title ?? null,
    choice: {
      isTaken: !isRepeated && !isKnown && earlier === null,
      prompt: item.prompt ?? '',
      intent: item.intent ?? '',
      difficulty: item.difficulty,
      kind: item.kind ?? (item.prompt === null ? null : suggestKind(item.prompt)),
      competencyId: suggested[0] ?? null,
    },
  }
}

const longestPartPrompt = 1000

function partRow(part: UnrecognisedPart, number: number): PreviewRow {
  const prompt = part.text.slice(0, longestPartPrompt)
  return {
    kind: 'part',
    key: `part.${number}`,
    source: part.text,
    reason: part.reason,
    isFurniture: part.isFurniture,
    choice: { isTaken: false, prompt, intent: '', difficulty: null, kind: null, competencyId: null },
  }
}

/** The preview with what somebody has chosen and typed in place of what was suggested. */
export function withChoices(
  preview: ImportPreview,
  choices: ReadonlyMap<string, ImportChoice>,
): ImportPreview {
  return {
    ...preview,
    rows: preview.rows.map((row) => ({ ...row, choice: choices.get(row.key) ?? row.choice })),
  }
}
