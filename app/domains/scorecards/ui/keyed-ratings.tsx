import { useState, type ReactNode } from 'react'
import { fieldName } from '#app/domains/scorecards/field.ts'
import {
  keyedRecommendation,
  keyedState,
  ratingKey,
  recommendationKey,
} from '#app/domains/scorecards/rating-keys.ts'
import { ratingWords, type ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { controlClass, FieldMessages, fieldParts } from '#app/ui/field-frame.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { Section } from '#app/ui/section.tsx'

type KeyedRatingsProps = {
  view: ScorecardView
  errors: FieldErrors
  base: (field: string) => ReactNode
  text: (field: string, stored: string) => string
  /** The button that saves, within reach of the last key. */
  children: ReactNode
}

/** The ratings of a paper card in print order, one key each: rating, Tab, rating, Tab, recommendation, Enter. */
export function KeyedRatings({ view, errors, base, text, children }: KeyedRatingsProps) {
  const { levels, questions, recommendation } = view
  const values = levels.map((level) => level.value).join('')
  return (
    <Section title="Ratings" aside="one key each, then Tab">
      <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-dense text-ink-2">
        {levels.map((level) => (
          <span key={level.value}>
            <Kbd>{level.value}</Kbd> {level.label}
          </span>
        ))}
        <span>
          <Kbd>n</Kbd> not asked
        </span>
        <span>
          <Kbd>e</Kbd> no evidence
        </span>
      </p>
      <div className="grid max-w-measure gap-x-4">
        {questions.map(({ questionId, number, title, rating }, index) => {
          const name = fieldName('rating', questionId)
          return (
            <KeyLine
              key={questionId}
              name={name}
              label={`${number}. ${title}`}
              stored={text(name, ratingKey(rating))}
              pattern={`[${values}neNE]`}
              hint={`Type one of ${[...values].join(', ')}, n or e.`}
              wordsOf={(key) => keyWords(key, levels)}
              isFirst={index === 0}
              errors={errors}
            >
              {base(name)}
            </KeyLine>
          )
        })}
        <KeyLine
          name="recommendation"
          label="Recommendation"
          stored={text('recommendation', recommendation === null ? '' : recommendationKey(recommendation))}
          pattern="[0-4]"
          hint={recommendations
            .map((word) => `${recommendationKey(word)} ${recommendationWords[word]}`)
            .join(', ')}
          wordsOf={(key) => recommendationWords[keyedRecommendation(key) ?? 'no-decision']}
          errors={errors}
        >
          {base('recommendation')}
        </KeyLine>
      </div>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-dense text-ink-2">
        <span>Recommendation:</span>
        {recommendations.map((word) => (
          <span key={word}>
            <Kbd>{recommendationKey(word)}</Kbd> {recommendationWords[word]}
          </span>
        ))}
      </p>
      <div className="mt-3">{children}</div>
    </Section>
  )
}

type KeyLineProps = {
  name: string
  label: string
  stored: string
  pattern: string
  hint: string
  wordsOf: (key: string) => string
  isFirst?: boolean
  errors: FieldErrors
  children: ReactNode
}

function KeyLine({ name, label, stored, pattern, hint, wordsOf, isFirst, errors, children }: KeyLineProps) {
  const [key, setKey] = useState(stored)
  const { id, messages, aria } = fieldParts({ name, label, errors })
  const isKnown = new RegExp(`^${pattern}$`).test(key)
  return (
    <div className="border-b border-line py-1.5">
      {children}
      <div className="grid grid-cols-[minmax(0,1fr)_3rem] items-center gap-x-3 sm:grid-cols-[minmax(0,1fr)_3rem_9rem]">
        <label htmlFor={id} className="text-dense wrap-anywhere">
          {label}
        </label>
        <input
          {...aria}
          id={id}
          name={name}
          type="text"
          inputMode={name === 'recommendation' ? 'numeric' : 'text'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1}
          pattern={pattern}
          title={hint}
          // oxlint-disable-next-line jsx_a11y/no-autofocus -- why: whoever opens this page has the paper beside it and types
          autoFocus={isFirst}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlClass} text-center font-semibold`}
        />
        <output htmlFor={id} className="text-dense text-ink-2 max-sm:col-span-2 max-sm:text-right">
          {key === '' ? '' : isKnown ? wordsOf(key) : hint}
        </output>
      </div>
      <FieldMessages id={id} messages={messages} />
    </div>
  )
}

function keyWords(key: string, levels: ScorecardView['levels']): string {
  const state = keyedState(key)
  return ratingWords(state ? { state } : { state: 'rated', level: Number(key) }, levels)
}
