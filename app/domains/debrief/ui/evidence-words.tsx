import type { EvidenceEntry } from '../evidence-view.ts'

/** What a rating rests on: what was noted, the candidate's own words, the signals heard. */
export function EvidenceWords({ entry }: { entry: EvidenceEntry }) {
  return (
    <>
      {entry.evidence ? (
        <p className="mt-1 border-l-2 border-ink pl-3 text-body wrap-anywhere whitespace-pre-line">
          {entry.evidence}
        </p>
      ) : null}
      {entry.answer ? (
        <blockquote className="mt-1 border-l-2 border-line-2 pl-3 wrap-anywhere whitespace-pre-line">
          “{entry.answer}”
        </blockquote>
      ) : null}
      {entry.signals.length > 0 ? (
        <ul className="mt-1 text-ink-2">
          {entry.signals.map(({ text, isStrong }) => (
            <li key={text}>
              <b aria-hidden className="text-ink">
                {isStrong ? '+' : '−'}
              </b>{' '}
              <span className="sr-only">{isStrong ? 'Strong signal: ' : 'Weak signal: '}</span>
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
