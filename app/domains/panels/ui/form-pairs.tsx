import { Pill } from '#app/ui/pill.tsx'
import type { InterviewPair, PairedQuestion } from '#app/domains/panels/forms/forms-view.ts'
import { InterviewLetter } from './interview-letter.tsx'

const cell = 'w-1/2 py-2 align-top font-normal first:pr-3 last:pl-3'

/** One interview in both forms, place by place. */
export function FormPairs({ interview }: { interview: InterviewPair }) {
  const { letter, focus, minutes, usedA, usedB, pairs } = interview
  return (
    <section aria-label={`${letter}, ${focus}`} className="min-w-0">
      <div className="flex items-start gap-2 border-b-[1.5px] border-rule pb-1.5">
        <span className="mt-0.5">
          <InterviewLetter letter={letter} />
        </span>
        <h3 className="flex-1 text-head wrap-anywhere">{focus}</h3>
        <span className="text-dense text-ink-2">{minutes} min</span>
      </div>
      {pairs.length === 0 ? (
        <p className="py-3 text-dense text-ink-2">No question in either form yet.</p>
      ) : (
        <table className="w-full table-fixed border-collapse text-left">
          <thead>
            <tr className="border-b border-line text-dense text-ink-2">
              <th scope="col" className={cell}>
                Form A, {usedA} min
              </th>
              <th scope="col" className={cell}>
                Form B, {usedB} min
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ a, b }, at) => (
              <tr key={`${at} ${a?.id} ${b?.id}`} className="border-b border-line break-inside-avoid">
                <td className={cell}>
                  <Question question={a} />
                </td>
                <td className={cell}>
                  <Question question={b} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Question({ question }: { question: PairedQuestion | null }) {
  if (!question) return <span className="text-dense text-ink-2">No question here</span>
  const { title, competency, difficulty, kind, minutes, isShared } = question
  return (
    <>
      <span className="block font-semibold wrap-anywhere">{title}</span>
      <span className="block text-dense text-ink-2 wrap-anywhere">
        {competency} · {kind}, {difficulty} · {minutes} min
      </span>
      {isShared ? <Pill tone="attention">In both forms</Pill> : null}
    </>
  )
}
