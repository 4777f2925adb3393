import type { PanelPlan } from './panel.ts'
import type { Problem } from './problems.ts'

/** What became of a draft's questions in the bank. */
export type BankChanges = {
  archived: readonly string[]
  /** Those that say something else now than when the panel was published last, with the numbers of both versions. */
  reworded: readonly { id: string; published: number; now: number }[]
}

/** What the bank did to the questions of a draft, in words that say what to do; none of it blocks publication. */
export function listBankProblems(plan: PanelPlan, changes: BankChanges): Problem[] {
  return plan.interviews.flatMap(({ letter, questions }) =>
    questions.flatMap(({ questionId, content }) => {
      const at = { place: { kind: 'question', id: questionId }, isBlocking: false } as const
      const name = `“${content.title}” in ${letter}`
      const problems: Problem[] = []
      if (changes.archived.includes(questionId))
        problems.push({
          text: `${name} is archived in the bank. Take another question, or bring it back on its page.`,
          ...at,
        })
      const reworded = changes.reworded.find(({ id }) => id === questionId)
      if (reworded)
        problems.push({
          text: `${name} was reworded since the panel was published: version ${reworded.published} there, version ${reworded.now} now. Interviews keep the old wording until you publish again.`,
          ...at,
        })
      return problems
    }),
  )
}
