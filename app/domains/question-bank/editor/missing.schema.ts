import {
  questionSchema,
  type Competency,
  type Question,
  type Role,
  type Scale,
} from '#rubrics/content.schema.ts'
import { listBrokenReferences } from '#rubrics/references.ts'
import type { QuestionDraft } from '../question-draft.ts'
import { missingOf, type Missing } from './missing-words.ts'
import { questionOfDraft } from './question-of-draft.ts'

/** What a question may point at, the scale that most use first. */
export type References = { scales: Scale[]; competencies: Competency[]; roles: Role[] }

export type Checked = { ok: true; question: Question } | { ok: false; missing: Missing[] }

/**
 * Whether a draft is a whole question, by the same rules as the files of the bank.
 * @param id the id that it has or would get
 * @returns the question, or all that is missing, in the order of the form
 */
export function checkDraft(draft: QuestionDraft, id: string, references: References): Checked {
  const { scales } = references
  const parsed = questionSchema.safeParse(questionOfDraft(draft, id, scales))
  if (!parsed.success) {
    const found = parsed.error.issues.map((issue) => missingOf(issue, { draft, scales }))
    return { ok: false, missing: withoutRepeats(found) }
  }
  const broken = listBrokenReferences({ ...references, questions: [parsed.data] }).filter(
    (reference) => reference.kind === 'questions',
  )
  if (broken.length === 0) return { ok: true, question: parsed.data }
  const missing = broken.map(({ path }): Missing => brokenWords(path, parsed.data, scales))
  return { ok: false, missing: withoutRepeats(missing) }
}

function brokenWords(
  path: readonly (string | number)[],
  question: Question,
  scales: readonly Scale[],
): Missing {
  switch (path[0]) {
    case 'primaryCompetency':
      return { field: 'primaryCompetency', message: 'Choose a competency that the bank still has.' }
    case 'otherCompetencies':
      return { field: 'otherCompetencies', message: 'Choose other competencies that the bank still has.' }
    case 'roles':
      return { field: 'roles', message: 'Choose roles that the bank still has.' }
    default: {
      const scale = question.rubrics[Number(path[1])]?.scale
      const known = scales.find((item) => item.id === scale) ?? scales[0]
      return {
        field: `anchors.${known?.id ?? 'none'}.1`,
        message: 'Write the anchors again: the bank has no such scale.',
      }
    }
  }
}

function withoutRepeats(missing: readonly Missing[]): Missing[] {
  const seen = new Set<string>()
  return missing.filter(({ field, message }) => {
    const key = `${field} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
