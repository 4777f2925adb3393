import { Form } from '@remix-run/react'
import { Star } from 'lucide-react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { StarsView } from '#app/domains/question-bank/stars/stars-view.ts'
import { starsInWords } from '#app/domains/question-bank/stars/stars-view.ts'

const levels = [1, 2, 3, 4, 5] as const

/** How good the question is for panels, in stars; the planner prefers the better ones. */
export function StarsForm({ questionId, stars }: { questionId: string; stars: StarsView }) {
  const { own, mayRate } = stars
  return (
    <Section title="How good it is" aside="The planner prefers questions with more stars">
      <p className="text-dense text-ink-2">{starsInWords(stars)}</p>
      {mayRate ? (
        <Form
          method="post"
          action={paths.questionStars(questionId)}
          className="mt-2 flex flex-wrap items-center gap-1"
        >
          <span className="mr-1 text-dense font-semibold" id="own-stars">
            Your stars
          </span>
          {levels.map((level) => (
            <Button
              key={level}
              type="submit"
              name="stars"
              value={level}
              size="small"
              variant="quiet"
              aria-pressed={own === level}
              aria-label={`${level} ${level === 1 ? 'star' : 'stars'}`}
            >
              <Star
                aria-hidden
                className={own !== null && level <= own ? 'fill-accent text-accent' : undefined}
              />
            </Button>
          ))}
          {own === null ? null : (
            <Button type="submit" name="stars" value="" size="small" variant="quiet">
              Take mine back
            </Button>
          )}
        </Form>
      ) : null}
    </Section>
  )
}
