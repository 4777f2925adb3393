import { ratingWords } from '#app/domains/scorecards/scorecard-view.ts'
import { recommendationWords, type Rating, type Recommendation } from '#app/domains/scorecards/scorecard.ts'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ComparisonView } from '../comparison-view.ts'
import type { ShadowComparison } from '../shadow-comparison.ts'

type ShadowBesideProps = { comparison: ShadowComparison; levels: ComparisonView['scale']['levels'] }

const cell = 'border-b border-line py-1.5 pr-4 text-left align-top'

/** For whoever sat in as a shadow: their ratings beside each interviewer's, to learn from. */
export function ShadowBeside({ comparison, levels }: ShadowBesideProps) {
  const { interviewers, questions, missing, farApart } = comparison
  const words = (rating: Rating | null) =>
    ratingWords(
      rating,
      levels.map((level) => ({ ...level, meaning: '' })),
    )
  const name = `Your shadow scorecard beside the interviewers’, ${comparison.interview}`
  return (
    <Section title={name} aside="to learn from, not counted">
      <p className="mb-2 max-w-measure text-dense text-ink-2">
        {farApart === 0
          ? 'You are nowhere two or more levels from an interviewer.'
          : `You are two or more levels from an interviewer ${farApart === 1 ? 'once' : `${farApart} times`}: read what they wrote there, then talk it over with them.`}{' '}
        {missing === 0
          ? null
          : `${missing === 1 ? 'One more scorecard of an interviewer is' : `${missing} more scorecards of interviewers are`} to come.`}
      </p>
      <div className="relative overflow-x-auto" role="region" aria-label={name} tabIndex={0}>
        <table className="w-full border-collapse text-dense">
          <thead>
            <tr className="text-ink-2">
              <th scope="col" className={`${cell} min-w-40 font-normal`}>
                Question
              </th>
              <th scope="col" className={`${cell} min-w-28 font-semibold text-ink`}>
                <TextLink to={paths.scorecard(comparison.scorecardId)}>You</TextLink>
              </th>
              {interviewers.map((person) => (
                <th key={person.scorecardId} scope="col" className={`${cell} min-w-28 font-normal`}>
                  <TextLink to={paths.scorecard(person.scorecardId)}>{person.name}</TextLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <tr key={question.questionId}>
                <th scope="row" className={`${cell} font-normal`}>
                  {question.title}
                </th>
                <td className={`${cell} font-semibold`}>{words(question.rating)}</td>
                {question.others.map((other) => (
                  <td key={other.scorecardId} className={cell}>
                    {words(other.rating)}
                    {other.isFarApart ? (
                      <span className="block font-semibold text-amber">{other.apart} levels apart</span>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row" className={`${cell} font-normal`}>
                Recommendation
              </th>
              <td className={`${cell} font-semibold`}>{recommended(comparison.recommendation)}</td>
              {interviewers.map((person) => (
                <td key={person.scorecardId} className={cell}>
                  {recommended(person.recommendation)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function recommended(recommendation: Recommendation | null): string {
  return recommendation ? recommendationWords[recommendation] : 'None given'
}
