import {
  interviewsForMustHave,
  type MustHave,
  type RoleOutlook,
} from '#app/domains/question-bank/roles/role-outlook.ts'
import { sumWords } from '#app/domains/question-bank/roles/weights.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

/** What a panel made from the role would be like, as it stands in the form. */
export function RoleOutlookPart({ outlook }: { outlook: RoleOutlook }) {
  const { sum, interviews, mustHaves, advice } = outlook
  const used = interviews.reduce((sum, interview) => sum + interview.usedMinutes, 0)
  const slots = interviews.reduce((sum, interview) => sum + interview.slotMinutes, 0)
  return (
    <Section title="A panel made from it" isFirst className="xl:mt-0">
      <p className={sum === 100 ? 'text-dense text-ink-2' : 'text-dense font-semibold text-amber'}>
        {sumWords(sum)}
      </p>
      <p className="text-dense text-ink-2">
        {used} of {slots} minutes filled, in{' '}
        {interviews.length === 1 ? '1 interview' : `${interviews.length} interviews`}
      </p>
      <h3 className="mt-3 text-dense font-semibold text-ink-2">Must-haves</h3>
      {mustHaves.length === 0 ? (
        <p className="text-dense text-ink-2">None. A bar makes a competency one.</p>
      ) : (
        <ul>
          {mustHaves.map((item) => (
            <li key={item.competency} className="border-t border-line py-1.5 first:border-0">
              <p>
                {item.name}, bar {item.bar}
              </p>
              <Coverage mustHave={item} />
            </li>
          ))}
        </ul>
      )}
      {advice.length > 0 ? (
        <>
          <h3 className="mt-3 text-dense font-semibold text-ink-2">Look at this again</h3>
          <ul className="mt-1 grid gap-1.5 text-dense">
            {advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

function Coverage({ mustHave }: { mustHave: MustHave }) {
  const { ratedIn } = mustHave
  const places = new Intl.ListFormat('en-GB').format(ratedIn)
  if (ratedIn.length >= interviewsForMustHave) return <StatusTag status="held" label={`Rated in ${places}`} />
  return (
    <StatusTag
      status="attention"
      label={
        ratedIn.length === 0
          ? 'No question is rated for it: nobody could meet its bar'
          : `Rated in ${places} only: it needs two interviews`
      }
    />
  )
}
