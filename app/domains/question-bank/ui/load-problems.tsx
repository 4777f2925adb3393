import type { LoadProblem } from '#app/domains/question-bank/bank-files/load-problem.ts'

const mostShown = 50

/** What is wrong with the files that were to be loaded, as `check-rubrics` words it. */
export function LoadProblems({ problems }: { problems: readonly LoadProblem[] }) {
  if (problems.length === 0) return null
  const rest = problems.length - mostShown
  return (
    <div role="alert" className="rounded-md border-2 border-red bg-surface px-4 py-3 text-dense">
      <p className="text-body font-semibold">
        Nothing was loaded: {problems.length === 1 ? 'one thing is' : `${problems.length} things are`} wrong
        in the files. Mend them and load again.
      </p>
      <ul className="mt-2 grid gap-1">
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.file}:${problem.line} ${problem.reason}`} className="break-words">
            <span className="font-mono">
              {problem.file}, line {problem.line}
            </span>
            : {problem.reason}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="mt-1">And {rest} more.</p> : null}
    </div>
  )
}
