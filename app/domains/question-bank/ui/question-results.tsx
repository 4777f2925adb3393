import { Link } from '@remix-run/react'
import type { KeyboardEvent, RefObject } from 'react'
import { paths } from '#app/paths.ts'
import { MarkedText } from '#app/ui/marked-text.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { TextPlace } from '../question-text.ts'
import { sentenceCase, type ResultRow } from '../questions-view.ts'
import { QuestionFacts } from './question-facts.tsx'

type QuestionResultsProps = {
  rows: readonly ResultRow[]
  listRef: RefObject<HTMLUListElement | null>
  onKeyDown: (event: KeyboardEvent) => void
}

/** Questions under each other, with what was searched for marked. */
export function QuestionResults({ rows, listRef, onKeyDown }: QuestionResultsProps) {
  return (
    <ul ref={listRef} onKeyDown={onKeyDown} className="mt-3 border-t-[1.5px] border-rule">
      {rows.map((row) => (
        <li key={row.id} className="relative border-b border-line py-3.5 hover:bg-hover sm:px-2">
          <div className="flex flex-wrap items-center gap-x-3">
            <h2 className="text-body font-semibold wrap-anywhere">
              <Link to={paths.question(row.id)} data-item="" className="after:absolute after:inset-0">
                <MarkedText segments={row.found.title} />
              </Link>
            </h2>
            {row.isArchived ? <StatusTag status="archived" /> : null}
          </div>
          <p className="mt-0.5 max-w-[80ch] wrap-anywhere">
            <MarkedText segments={row.found.prompt} />
          </p>
          <p className="mt-1 mb-1.5 max-w-[80ch] text-dense text-ink-2 wrap-anywhere">
            <b>What employers look for:</b> <MarkedText segments={row.found.intent} />
          </p>
          {row.found.elsewhere ? (
            <p className="mb-1.5 max-w-[80ch] border-l-2 border-line-2 pl-2.5 text-dense text-ink-2 wrap-anywhere">
              <b>{placeInWords(row.found.elsewhere.place)}:</b>{' '}
              <MarkedText segments={row.found.elsewhere.segments} />
            </p>
          ) : null}
          <QuestionFacts
            competency={row.competency.name}
            minutes={row.minutes}
            kind={sentenceCase(row.kind)}
            difficulty={row.difficulty}
          />
        </li>
      ))}
    </ul>
  )
}

function placeInWords(place: TextPlace): string {
  switch (place.part) {
    case 'anchor':
      return `Found in the anchor of level ${place.level}`
    case 'follow-up':
      return 'Found in the follow-up'
    case 'competency':
    case 'probe':
    case 'story prompt':
    case 'strong signal':
    case 'weak signal':
    case 'topic':
      return `Found in a ${place.part}`
  }
}
