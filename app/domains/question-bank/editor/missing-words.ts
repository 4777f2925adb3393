import type { Scale } from '#rubrics/content.schema.ts'
import type { QuestionDraft } from '../question-draft.ts'
import { anchorName, boxes } from './question-form.ts'

/** Something that a draft lacks or has too much of: at which field, and what to do. */
export type Missing = { field: string; message: string }

/** The part of a schema's issue that the words depend on. */
export type SchemaIssue = {
  code: string
  path: readonly PropertyKey[]
  minimum?: unknown
  maximum?: unknown
  message: string
}

const texts: Readonly<Record<string, string>> = {
  title: 'the title',
  prompt: 'the prompt',
  intent: 'what employers look for',
  followUp: 'what to ask next',
  doNotInfer: 'what not to infer',
  'star.situation': 'the prompt for the situation',
  'star.task': 'the prompt for the task',
  'star.action': 'the prompt for the action',
  'star.result': 'the prompt for the result',
}

const choices: Readonly<Record<string, string>> = {
  kind: 'Choose the kind of question.',
  difficulty: 'Choose how difficult it is.',
  primaryCompetency: 'Choose the competency that is rated.',
  roles: 'Choose at least one role that it is for.',
}

/**
 * An issue of the question's schema in words, at a field of the editor.
 * @param given the draft that was checked, and the scales that the editor has boxes for, the first one first
 */
export function missingOf(
  issue: SchemaIssue,
  given: { draft: QuestionDraft; scales: readonly Scale[] },
): Missing {
  const path = issue.path.map(String)
  const [part = '', at = ''] = path
  if (part === 'star') return textMissing(issue, `star.${at || 'situation'}`, given.draft)
  if (texts[part] !== undefined) return textMissing(issue, part, given.draft)
  if (choices[part] !== undefined) return { field: part, message: choices[part] }
  switch (part) {
    case 'minutes':
      return { field: part, message: 'Give the minutes as a whole number from 2 to 30.' }
    case 'otherCompetencies':
      return { field: part, message: 'Choose at most 3 other competencies.' }
    case 'probes':
      return listMissing(issue, { name: 'probes', at, lines: given.draft.probes, one: 'probe' })
    case 'signals': {
      const side = at === 'weak' ? 'weak' : 'strong'
      const lines = given.draft.signals[side]
      return listMissing(issue, { name: `signals.${side}`, at: path[2] ?? '', lines, one: `${side} signal` })
    }
    case 'rubrics':
      return anchorMissing(issue, path, given)
    case 'tags':
      return {
        field: 'tags',
        message: at === '' ? 'Give at most 8 tags.' : 'Write tags in letters and digits, at most 64 in each.',
      }
    default:
      return { field: '', message: `This cannot be part of a question: ${part}.` }
  }
}

function textMissing(issue: SchemaIssue, field: string, draft: QuestionDraft): Missing {
  return { field, message: textWords(issue, texts[field] ?? field, textAt(draft, field)) }
}

function textAt(draft: QuestionDraft, field: string): string {
  switch (field) {
    case 'title':
    case 'prompt':
    case 'intent':
    case 'followUp':
    case 'doNotInfer':
      return draft[field]
    case 'star.situation':
    case 'star.task':
    case 'star.action':
    case 'star.result': {
      const part = field.slice('star.'.length)
      return Object.entries(draft.star ?? {}).find(([name]) => name === part)?.[1] ?? ''
    }
    default:
      return ''
  }
}

/** "Write the prompt.", or how much too long or short the text is. */
function textWords(issue: SchemaIssue, what: string, text: string): string {
  const length = text.trim().length
  if (length === 0) return `Write ${what}.`
  if (issue.code === 'too_big')
    return `Shorten ${what} from ${length} to at most ${String(issue.maximum)} characters.`
  return `Write ${what} in at least 3 characters.`
}

type List = { name: string; at: string; lines: readonly string[]; one: string }

function listMissing(issue: SchemaIssue, { name, at, lines, one }: List): Missing {
  const count = lines.filter((line) => line !== '').length
  const most = name === 'probes' ? boxes.probes : boxes.strong
  if (at !== '') {
    const index = filledIndex(lines, Number(at))
    const field = `${name}.${Math.min(index, most - 1)}`
    return { field, message: textWords(issue, `this ${one}`, lines[index] ?? '') }
  }
  if (issue.code === 'too_big')
    return { field: `${name}.${most - 1}`, message: `Keep at most ${most} ${one}s; there are ${count}.` }
  const firstEmpty = lines.findIndex((line) => line === '')
  const field = `${name}.${firstEmpty === -1 ? lines.length : firstEmpty}`
  const soFar = count === 0 ? '' : `; there ${count === 1 ? 'is' : 'are'} ${count}`
  return { field, message: `Write at least ${String(issue.minimum)} ${one}s${soFar}.` }
}

/** Where the n-th line that is not empty stands. */
function filledIndex(lines: readonly string[], n: number): number {
  let seen = -1
  return lines.findIndex((line) => line !== '' && ++seen === n)
}

function anchorMissing(
  issue: SchemaIssue,
  path: readonly string[],
  { draft, scales }: { draft: QuestionDraft; scales: readonly Scale[] },
): Missing {
  const filled = draft.rubrics.filter((item) => item.anchors.some((anchor) => anchor.text !== ''))
  const rubric = filled[Number(path[1] ?? 'none')]
  const first = scales[0]
  const scale = scales.find((item) => item.id === rubric?.scale) ?? first
  if (!rubric || !scale)
    return {
      field: anchorName(scale?.id ?? 'none', 1),
      message: 'Write what an answer of each level is like, for at least one scale.',
    }
  const level = path[2] === 'anchors' && path[3] !== undefined ? scale.levels[Number(path[3])] : undefined
  if (!level)
    return {
      field: anchorName(scale.id, 1),
      message: `Write one anchor for each level of ${scale.name}.`,
    }
  const text = rubric.anchors.find((anchor) => anchor.level === level.value)?.text ?? ''
  return {
    field: anchorName(scale.id, level.value),
    message: textWords(issue, `the anchor of ${level.value} ${level.label}`, text),
  }
}
