import { paths } from '#app/paths.ts'
import { Note } from '#app/ui/note.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { PlanMode } from '#app/domains/panels/planner/problem-of-panel.ts'
import type { WhyNot } from '#app/domains/panels/planner/why-not.ts'
import { useFormQuery } from './use-form-query.ts'

const mostLines = 8

/** Why a question is not in the plan, line by line. */
export function WhyNotNote({ whyNot, panelId, mode }: { whyNot: WhyNot; panelId: string; mode: PlanMode }) {
  const { words, lines, elsewhere } = whyNot
  const form = useFormQuery()
  return (
    <Note
      tone="attention"
      className="mt-4"
      title={words}
      action={
        <TextLink to={paths.suggestPlan(panelId, { mode, ...form })} className="inline-block min-h-6">
          Close
        </TextLink>
      }
    >
      {lines.length > 0 ? (
        <table className="mt-1">
          <caption className="sr-only">What the plan would lose and gain, in points</caption>
          <tbody>
            {lines.slice(0, mostLines).map((line) => (
              <tr key={line.words}>
                <td className="pr-3 text-right font-semibold whitespace-nowrap tabular-nums">
                  {line.points > 0 ? '+' : '−'}
                  {Math.abs(line.points).toLocaleString('en')}
                </td>
                <td>{line.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {lines.length > mostLines ? <p>and {lines.length - mostLines} smaller changes</p> : null}
      {elsewhere.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Note>
  )
}
