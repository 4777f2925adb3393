type Names = readonly { id: string }[]
type Referring = {
  competencies: Names
  interviews: readonly { id: string; focus: readonly string[] }[]
  questions: readonly { id: string; competencies: readonly string[] }[]
  pins: readonly { question: string; interview: string }[]
  bans: readonly { question: string; interview?: string | undefined }[]
}

/** A place in a problem, and what is wrong there. */
export type ReferenceProblem = { path: (string | number)[]; message: string }

/**
 * Ids that are given twice, and ids that nothing has. What an earlier plan held may be gone; a question may probe competencies
 * that this panel does not weigh.
 */
export function listReferenceProblems(problem: Referring): ReferenceProblem[] {
  const problems: ReferenceProblem[] = []
  const competencies = listIds('competencies', problem.competencies, problems)
  const interviews = listIds('interviews', problem.interviews, problems)
  const questions = listIds('questions', problem.questions, problems)
  const need = (known: ReadonlySet<string>, what: string, id: string, path: (string | number)[]): void => {
    if (!known.has(id)) problems.push({ path, message: `There is no ${what} “${id}”.` })
  }
  problem.interviews.forEach(({ focus }, i) =>
    focus.forEach((id, c) => need(competencies, 'competency', id, ['interviews', i, 'focus', c])),
  )
  problem.pins.forEach(({ question, interview }, p) => {
    need(questions, 'question', question, ['pins', p, 'question'])
    need(interviews, 'interview', interview, ['pins', p, 'interview'])
  })
  problem.bans.forEach(({ question, interview }, b) => {
    need(questions, 'question', question, ['bans', b, 'question'])
    if (interview !== undefined) need(interviews, 'interview', interview, ['bans', b, 'interview'])
  })
  return problems
}

function listIds(list: string, named: Names, problems: ReferenceProblem[]): Set<string> {
  const known = new Map<string, number>()
  named.forEach(({ id }, n) => {
    const first = known.get(id)
    if (first === undefined) known.set(id, n)
    else problems.push({ path: [list, n, 'id'], message: `“${id}” is already ${list}[${first}].` })
  })
  return new Set(known.keys())
}
